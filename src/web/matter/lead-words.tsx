// What the events of a lead say.
import type { LeadEvent } from "#casework/events.ts";
import { stageOfWay } from "#casework/lead.ts";
import { stageNames } from "#casework/stages.ts";
import { leadSources } from "../acts/lead-sources.ts";
import { listed, textOf, withAside } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { MatterLink } from "./matter-link.tsx";
import type { WordsOf } from "./event-words.ts";

export const leadWords = {
  "lead-registered": (event) => [
    [m.lead_source(), leadSources[event.source]()],
    [m.lead_received_on(), event.receivedOn],
    [m.lead_summary(), event.summary],
    [m.concerned_lead(), listed(event.concerned.map((one) => withAside(one.name, one.unit)))],
  ],
  "lead-disposed": (event) => [
    [m.lead_way(), textOf(stageNames[stageOfWay[event.way]])],
    [m.lead_disposed_on(), event.on],
    [m.due_on(), event.dueOn],
    [m.reasons(), event.reasons],
  ],
  "lead-returned": (event) => [
    [m.lead_returned_on(), event.on],
    [m.lead_return_reasons(), event.reasons],
    [m.lead_return_due(), event.dueOn],
  ],
  "lead-supplemented": (event) => [
    [m.lead_supplemented_on(), event.on],
    [m.lead_supplement(), event.supplement],
    [m.lead_also_concerned(), listed(event.concerned.map((one) => withAside(one.name, one.unit)))],
  ],
  "lead-result-recorded": (event) => [
    [m.lead_result_on(), event.on],
    [m.lead_result(), event.result],
  ],
  "lead-transferred": (event) => [
    [m.transfer_on(), event.on],
    [m.transfer_body(), event.body],
    [m.transfer_document(), event.documentNumber],
    [m.transfer_reasons(), event.reasons],
    [m.transfer_due(), event.dueOn],
  ],
  "transfer-receipted": (event) => [
    [m.transfer_receipt_on(), event.on],
    [m.transfer_accepted(), event.accepted ? m.transfer_taken() : m.transfer_sent_back()],
    [m.transfer_receipt(), event.receipt],
  ],
  "lead-joined": (event) => [
    [m.joined_case(), <MatterLink key="case" kind="case" matterId={event.caseId} number={event.caseNumber} />],
  ],
} as const satisfies WordsOf<LeadEvent["type"]>;
