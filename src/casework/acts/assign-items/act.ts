// Assign items of execution to one person of the office that owns them (指派执行事项).
import { z } from "zod";
import { caseAct, happened, id, itemId, refusal, refused } from "../../act.ts";
import { mayBeGiven } from "../../execution/assigning.ts";
import { itemsOf } from "../../execution/execution.ts";
import { worksFor } from "../../offices.ts";
import { wrongItems } from "../../execution/wrong-items.ts";

export const assignItems = caseAct({
  id: "assign-items",
  names: { zh: "指派执行事项", en: "Assign items of execution" },
  basis: "service",
  input: z.strictObject({
    items: z
      .array(z.strictObject({ subjectId: id, item: itemId }))
      .min(1, "请选择指派的事项")
      .max(200),
    accountId: id,
  }),
  lookUps: ({ accountId }) => ({ accounts: [accountId] }),
  decide: (state, input, context) => {
    const known = itemsOf(context.law, state);
    const refusals = wrongItems(known, input.items, context, "assign");
    const account = context.registry.accounts[input.accountId];
    if (account === undefined)
      refusals.push(
        refusal(
          context,
          "no-such-account",
          { zh: "没有所选的账号", en: "There is no such account" },
          "service",
          "accountId",
        ),
      );
    else {
      const asked = known.filter((one) =>
        input.items.some(({ subjectId, item }) => one.subjectId === subjectId && one.item === item),
      );
      const foreign = asked.find(({ office }) => !worksFor(account, office));
      const offices = asked.map(({ office }) => office);
      if (!mayBeGiven(account, state, offices))
        refusals.push(
          refusal(
            context,
            "cannot-be-assigned",
            {
              zh: `${account.name}不能承办所选事项：账号已停用、不属于承办机关，或者须回避本案`,
              en: `${account.name} cannot be given these items: the account is disabled, is not of the office, or is kept out of this case`,
            },
            foreign?.cite ?? "service",
            "accountId",
          ),
        );
    }
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "items-assigned", ...input });
  },
});
