// Assign items of execution to one person of the office that owns them (指派执行事项).
import { z } from "zod";
import { caseAct, happened, id, itemId, refusal, refused } from "../../act.ts";
import { mayBeAssigned } from "../../execution/assigning.ts";
import { itemsOf } from "../../execution/execution.ts";
import { worksFor } from "../../offices.ts";
import { refusalsOfItems } from "../../execution/wrong-items.ts";
import { noSuchAccount } from "../../words/refusal-words.ts";
import { names, cannotBeAssigned, chooseItems } from "./act-words.ts";

export const assignItems = caseAct({
  id: "assign-items",
  names,
  basis: "service",
  input: z.strictObject({
    items: z
      .array(z.strictObject({ subjectId: id, item: itemId }))
      .min(1, chooseItems)
      .max(200),
    accountId: id,
  }),
  lookUps: ({ accountId }) => ({ accounts: [accountId] }),
  decide: (state, input, context) => {
    const known = itemsOf(context.law, state);
    const refusals = refusalsOfItems(known, input.items, context, "assign");
    const account = context.registry.accounts[input.accountId];
    if (account === undefined)
      refusals.push(refusal(context, "no-such-account", noSuchAccount, "service", "accountId"));
    else {
      const asked = known.filter((one) =>
        input.items.some(({ subjectId, item }) => one.subjectId === subjectId && one.item === item),
      );
      const foreign = asked.find(({ office }) => !worksFor(context.law, account, office));
      const offices = asked.map(({ office }) => office);
      if (!mayBeAssigned(context.law, account, state, offices))
        refusals.push(
          refusal(
            context,
            "cannot-be-assigned",
            cannotBeAssigned(account.name),
            foreign?.cite ?? "service",
            "accountId",
          ),
        );
    }
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "items-assigned", ...input });
  },
});
