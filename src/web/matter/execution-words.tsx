// What the events say from service to reuse.
import type { CaseEvent, SanctionChange } from "#casework/events.ts";
import type { MatterView } from "#matters/contract/matters.ts";
import type { Law } from "#law/compile/law.ts";
import { scopeNamed } from "#law/procedure/effects.ts";
import { stepName } from "#law/procedure/steps.ts";
import { circulationScopes } from "../acts/circulation-scopes.ts";
import { sanctionChanges } from "../acts/sanction-changes.ts";
import { serviceWays } from "../acts/service-ways.ts";
import { listed, textOf, withAside } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { bodyName } from "../fields/body-field.tsx";
import { filesIn, Lines } from "./event-parts.tsx";
import { purposeName } from "../law/purpose-name.ts";
import { sanctionName } from "../law/sanction-name.ts";
import { subjectNameIn, who } from "./subject-name.ts";
import type { Pair, WordsOf } from "./event-words.ts";

export const executionWords = {
  served: (event, { view }) => [
    who(view, event.subjectId),
    [m.service_on(), event.on],
    [m.service_way(), serviceWays[event.way]()],
    [m.service_receipt(), event.receipt],
  ],
  "service-failed": (event, { view }) => [
    who(view, event.subjectId),
    [m.service_tried_on(), event.on],
    [m.service_way(), serviceWays[event.way]()],
    [m.service_failed_reasons(), event.reasons],
  ],
  "took-effect": (event, { view }) => [
    who(view, event.subjectId),
    [m.effective_on(), event.effectiveOn],
    [m.announced_on(), event.announcedOn],
    [m.formalities_done(), event.formalitiesOn],
    [m.level_on_effective(), event.level],
  ],
  "formalities-completed": (event, { view }) => [who(view, event.subjectId), [m.formalities_done(), event.on]],
  circulated: (event, { law }) => [
    [m.circulation_on(), event.on],
    [m.circulation_scope(), circulationScopes[event.scope]()],
    [m.text_scopes(), event.scopes.length === 0 ? null : listed(event.scopes.map((one) => scopeName(law, one)))],
    [m.circulation_document(), event.documentNumber],
    [m.circulation_recipients(), listed(event.recipients)],
  ],
  "circulation-received": (event) => [
    [m.circulation_document(), event.documentNumber],
    [m.receipt_of(), event.recipient],
    [m.receipt_on(), event.on],
    [m.receipt_words(), event.receipt],
  ],
  "items-completed": (event, { view, law }) => [
    [m.items(), <Lines key="lines" lines={event.items.map((one) => itemIn(view, law, one))} />],
    [m.item_done_on(), event.on],
    [m.item_document(), event.documentNumber],
    [m.item_note(), event.note],
    [m.item_proof(), filesIn(event.evidence, view)],
  ],
  "items-assigned": (event, { view, law }) => [
    [m.items(), <Lines key="lines" lines={event.items.map((one) => itemIn(view, law, one))} />],
    [m.item_assignee(), view.accounts[event.accountId] ?? event.accountId],
  ],
  "waiver-requested": (event, { view, law }) => [
    [m.item(), itemIn(view, law, event)],
    [m.waiver_reasons(), event.reasons],
  ],
  "waiver-decided": (event, { view, law }) => [
    [m.item(), itemIn(view, law, event)],
    [m.waiver_decision(), event.approved ? m.waiver_approve() : m.waiver_refuse()],
    [m.reasons(), event.reasons],
  ],
  arranged: (event, { view }) => [
    who(view, event.subjectId),
    [m.arrangement_on(), event.on],
    [m.arrangement_post(), event.post],
    [m.arrangement_rank(), event.rank],
  ],
  "discipline-recorded": (event, { view, law }) => [
    who(view, event.subjectId),
    [m.sanction(), sanctionName(law, event.sanction)],
    [m.sanction_decided(), event.decided],
    [m.sanction_effective(), event.effective],
    [m.sanction_months(), event.months === null ? null : m.months({ months: event.months })],
    [m.level_on_effective(), event.level],
    [m.sanction_authority(), event.authority],
    [m.document_number(), event.documentNumber],
  ],
  "sanction-changed": (event, { view, law }) => [
    who(view, event.subjectId),
    [m.sanction(), changedSanctionIn(view, law, event)],
    [m.sanction_change(), sanctionChanges[event.change.kind]()],
    changeDetail(event.change),
    [m.sanction_change_authority(), event.authority],
    [m.document_number(), event.documentNumber],
  ],
  "consent-recorded": (event, { view, law }) => [
    who(view, event.subjectId),
    [m.consent_on(), event.on],
    [m.consent_body(), bodyName(law, event.body)],
    [m.consent_to_level(), event.toLevel],
    [m.document_number(), event.documentNumber],
  ],
  "reuse-requested": (event, { view, law }) => [
    who(view, event.subjectId),
    [m.reuse_requested_on(), event.on],
    [m.reuse_purpose(), purposeName(law, event.purpose)],
    [m.reuse_post(), withAside(`${event.organizationName} ${event.post}`, event.level)],
    [m.reasons(), event.reasons],
  ],
  "reuse-decided": (event, { view }) => [
    who(view, event.subjectId),
    [m.reuse_decided_on(), event.on],
    [m.reuse_decision(), event.approved ? m.reuse_approved() : m.reuse_refused()],
    [m.document_number(), event.documentNumber],
    [m.reasons(), event.reasons],
  ],
  closed: (event) => [
    [m.closing_on(), event.on],
    [m.closing_summary(), event.summary],
  ],
} as const satisfies Partial<WordsOf<CaseEvent["type"]>>;

function changedSanctionIn({ history }: MatterView, law: Law, { sanction }: { sanction: number }): string | null {
  const event = history.find(({ seq }) => seq === sanction)?.event;
  return event?.type === "discipline-recorded" ? `${sanctionName(law, event.sanction)} ${event.effective}` : null;
}

function changeDetail(change: SanctionChange): Pair {
  switch (change.kind) {
    case "restored":
      return [m.sanction_restored_on(), change.on];
    case "revoked":
      return [m.sanction_revoked_on(), change.on];
    case "extended":
      return [m.sanction_extended_months(), m.months({ months: change.months })];
    case "period-set":
      return [m.sanction_set_months(), m.months({ months: change.months })];
  }
}

/** An item of execution with its subject. */
function scopeName(law: Law, id: string): string {
  const name = scopeNamed(law, id);
  return name === null ? id : textOf(name);
}

function itemIn(view: MatterView, law: Law, { subjectId, item }: { subjectId: string; item: string }): string {
  const name = stepName(law, item);
  const subject = subjectNameIn(view, subjectId);
  return m.item_of_subject({ subject, item: name === null ? item : textOf(name) });
}
