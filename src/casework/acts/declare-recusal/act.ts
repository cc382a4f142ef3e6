// Record a recusal (登记回避): one's own, or one that the Working Committee's secretary orders; access ends with the next request.
import { z } from "zod";
import type { Sentence } from "#law/text/citation.ts";
import { caseAct, happened, id, refusal, refused, longText } from "../../act.ts";
import type { RefusalCode } from "../../refusal-codes.ts";
import { noSuchAccount } from "../../words/refusal-words.ts";
import { recusalGround } from "../../events.ts";
import { names, recusalOfAnother, recusedAlready } from "./act-words.ts";
import { rolesWith } from "../../roles.ts";

export const declareRecusal = caseAct({
  id: "declare-recusal",
  names,
  basis: "recusal",
  input: z.strictObject({
    accountId: id,
    ground: recusalGround,
    reasons: longText,
  }),
  lookUps: ({ accountId }) => ({ accounts: [accountId] }),
  decide: (state, { accountId, ground, reasons }, context) => {
    const { actor, today } = context;
    const no = (code: RefusalCode, says: Sentence) => refusal(context, code, says, "recusal", "accountId");
    const account = context.registry.accounts[accountId];
    if (account === undefined) return refused(no("no-such-account", noSuchAccount));
    const own = accountId === actor.accountId;
    if (!own && !rolesWith(["decision"]).some((role) => actor.roles.includes(role)))
      return refused(refusal(context, "recusal-of-another", recusalOfAnother, null, "accountId"));
    if (state.recusals.some((one) => one.accountId === accountId))
      return refused(no("recused-already", recusedAlready(account.name)));
    const declaredBy = own ? "self" : "secretary";
    return happened({ type: "recused", accountId, name: account.name, ground, declaredBy, on: today, reasons });
  },
});
