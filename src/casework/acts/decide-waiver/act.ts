// Approve or refuse that an item of execution is waived (审批免办): never by who asked.
import { z } from "zod";
import { caseAct, happened, id, itemId, refusal, refused, words } from "../../act.ts";
import { itemsOf, waiverWaits } from "../../execution/execution.ts";

export const decideWaiver = caseAct({
  id: "decide-waiver",
  names: { zh: "审批免办", en: "Decide on a waiver" },
  basis: "service",
  input: z.strictObject({ subjectId: id, item: itemId, approved: z.boolean(), reasons: words }),
  decide: (state, input, context) => {
    const one = itemsOf(context.law, state).find(
      (other) => other.subjectId === input.subjectId && other.item === input.item,
    );
    if (one === undefined || !waiverWaits(one.file))
      return refused(
        refusal(
          context,
          "no-waiver-asked",
          { zh: "该事项没有待批准的免办申请", en: "No waiver of this item waits for a decision" },
          one?.cite ?? "service",
          "item",
        ),
      );
    return happened({ type: "waiver-decided", ...input });
  },
});
