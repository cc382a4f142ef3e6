// Ask for an accountability inquiry to be opened (提请启动问责调查), on leads, on a superior's order or on the body's own finding.
import { z } from "zod";
import type { Refusal } from "#law/refusal.ts";
import { caseBeginningAct, id, isoDay, refusal, refuseFuture, refused, shortWords, words } from "../../act.ts";
import type { Context } from "../../act.ts";
import { leadStagesForOpening, stageNames } from "../../stages.ts";

const input = z.strictObject({
  title: shortWords,
  reasons: words,
  leadIds: z.array(id).max(20),
  /** The superior's order (责令启动) on which it rests. */
  order: z.strictObject({ body: shortWords, on: isoDay, documentNumber: shortWords }).nullable().default(null),
});

export const requestOpening = caseBeginningAct({
  id: "request-opening",
  names: { zh: "提请启动问责调查", en: "Request an inquiry" },
  basis: "opening",
  input,
  lookUps: ({ leadIds }) => ({ leads: leadIds }),
  decide: ({ title, reasons, leadIds, order }, context) => {
    const refusals = leadIds.flatMap((leadId) => refusalsOfLead(leadId, context, "leadIds"));
    if (new Set(leadIds).size !== leadIds.length)
      refusals.push(
        refusal(
          context,
          "lead-twice",
          { zh: "同一线索选了两次", en: "One lead was chosen twice" },
          "opening",
          "leadIds",
        ),
      );
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
  if (lead === undefined)
    return [
      refusal(
        context,
        "no-such-lead",
        { zh: "所选线索不存在，或者不在您的办理范围内", en: "There is no such lead within your reach" },
        "opening",
        field,
      ),
    ];
  if (leadStagesForOpening.includes(lead.stage)) return [];
  return [
    refusal(
      context,
      "lead-not-open",
      {
        zh: `线索 ${lead.number} 已“${stageNames[lead.stage].zh}”，一事不再重复启动`,
        en: `Lead ${lead.number} is “${stageNames[lead.stage].en}”; no second case on one matter`,
      },
      "no-second-case",
      field,
    ),
  ];
}
