// Ask for an accountability inquiry to be opened (提请启动问责调查), on leads, on a superior's order or on the body's own finding.
import { z } from "zod";
import type { Refusal } from "#law/refusal.ts";
import { caseBeginningAct, id, isoDay, refusal, refuseFuture, refused, shortText, longText } from "../../act.ts";
import type { Context } from "../../act.ts";
import { leadStagesForOpening } from "../../stages.ts";
import { stageNames } from "../../words/stage-names.ts";
import { names, leadTwice, noSuchLead, leadNotOpen } from "./act-words.ts";

const input = z.strictObject({
  title: shortText,
  reasons: longText,
  leadIds: z.array(id).max(20),
  /** The superior's order (责令启动) on which it rests. */
  order: z.strictObject({ body: shortText, on: isoDay, documentNumber: shortText }).nullable().default(null),
});

export const requestOpening = caseBeginningAct({
  id: "request-opening",
  names,
  basis: "opening",
  input,
  lookUps: ({ leadIds }) => ({ leads: leadIds }),
  decide: ({ title, reasons, leadIds, order }, context) => {
    const refusals = leadIds.flatMap((leadId) => refusalsOfLead(leadId, context, "leadIds"));
    if (new Set(leadIds).size !== leadIds.length)
      refusals.push(refusal(context, "lead-twice", leadTwice, "opening", "leadIds"));
    if (order !== null)
      refusals.push(
        ...refuseFuture(context, { on: order.on }, "superior-opens").map((one) => ({ ...one, field: "order.on" })),
      );
    if (refusals.length > 0) return refused(...refusals);
    return {
      ok: true,
      events: [{ type: "opening-requested", number: context.number, title, reasons, leadIds, order }],
      others: leadIds.map((matterId) => ({
        matterId,
        event: { type: "lead-joined", caseId: context.id, caseNumber: context.number },
      })),
    };
  },
});

/** Why this lead cannot become part of a case: it is not there, or it is no longer open. */
export function refusalsOfLead(leadId: string, context: Context<"leads">, field: string): Refusal[] {
  const lead = context.registry.leads[leadId];
  if (lead === undefined) return [refusal(context, "no-such-lead", noSuchLead, "opening", field)];
  if (leadStagesForOpening.includes(lead.stage)) return [];
  return [refusal(context, "lead-not-open", leadNotOpen(lead.number, stageNames[lead.stage]), "no-second-case", field)];
}
