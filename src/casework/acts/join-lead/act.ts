// Join one more lead on the same matter to a case (并入线索).
import { z } from "zod";
import { caseAct, id, refused, longText } from "../../act.ts";
import { refusalsOfLead } from "../request-opening/act.ts";
import { names } from "./act-words.ts";

export const joinLead = caseAct({
  id: "join-lead",
  names,
  basis: "no-second-case",
  input: z.strictObject({ leadId: id, reasons: longText }),
  lookUps: ({ leadId }) => ({ leads: [leadId] }),
  decide: (state, { leadId, reasons }, context) => {
    const refusals = refusalsOfLead(leadId, context, "leadId");
    const lead = context.registry.leads[leadId];
    if (refusals.length > 0 || lead === undefined) return refused(...refusals);
    return {
      ok: true,
      events: [{ type: "lead-added", leadId, leadNumber: lead.number, reasons }],
      others: [{ matterId: leadId, event: { type: "lead-joined", caseId: state.id, caseNumber: state.number } }],
    };
  },
});
