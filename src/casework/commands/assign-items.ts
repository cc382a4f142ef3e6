// Assign items of execution to one person of the office that owns them (指派执行事项).
import { z } from "zod";
import { caseAct, happened, id, refusal, refused } from "../act.ts";
import { itemsOf } from "../execution.ts";
import { wrongItems } from "../wrong-items.ts";

export const assignItems = caseAct({
  id: "assign-items",
  basis: "service",
  input: z.strictObject({
    items: z
      .array(z.strictObject({ subjectId: id, item: id }))
      .min(1, "请选择指派的事项")
      .max(200),
    accountId: id,
  }),
  decide: (state, input, context) => {
    const refusals = wrongItems(itemsOf(context.law, state), input.items, context, "assign");
    if (context.registry.accounts[input.accountId] === undefined)
      refusals.push(
        refusal(context, "no-such-account", "没有所选的账号", "There is no such account", "service", "accountId"),
      );
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "items-assigned", ...input });
  },
});
