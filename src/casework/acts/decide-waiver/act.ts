// Approve or refuse that an item of execution is waived (审批免办): never by who asked.
import { z } from "zod";
import { caseAct, happened, id, itemId, refusal, refused, longText } from "../../act.ts";
import { itemsOf, waiverWaits } from "../../execution/execution.ts";
import { names, noWaiverAsked } from "./act-words.ts";

export const decideWaiver = caseAct({
  id: "decide-waiver",
  names,
  basis: "service",
  input: z.strictObject({ subjectId: id, item: itemId, approved: z.boolean(), reasons: longText }),
  decide: (state, input, context) => {
    const one = itemsOf(context.law, state).find(
      (other) => other.subjectId === input.subjectId && other.item === input.item,
    );
    if (one === undefined || !waiverWaits(one.file))
      return refused(refusal(context, "no-waiver-asked", noWaiverAsked, one?.cite ?? "service", "item"));
    return happened({ type: "waiver-decided", ...input });
  },
});
