// Record a recusal (登记回避): one's own, or one that the Working Committee's secretary orders; access ends with the next request.
import { z } from "zod";
import { caseAct, happened, id, refusal, refused, words } from "../../act.ts";
import type { RefusalCode } from "../../refusal-codes.ts";

export const declareRecusal = caseAct({
  id: "declare-recusal",
  names: { zh: "登记回避", en: "Record a recusal" },
  basis: "recusal",
  input: z.strictObject({
    accountId: id,
    ground: z.enum(["relative", "interest", "acquaintance", "other"]),
    reasons: words,
  }),
  lookUps: ({ accountId }) => ({ accounts: [accountId] }),
  decide: (state, { accountId, ground, reasons }, context) => {
    const { actor, today } = context;
    const no = (code: RefusalCode, zh: string, en: string) =>
      refusal(context, code, { zh, en }, "recusal", "accountId");
    const account = context.registry.accounts[accountId];
    if (account === undefined) return refused(no("no-such-account", "没有这一账号", "There is no such account"));
    const own = accountId === actor.accountId;
    if (!own && !actor.roles.includes("committee-secretary"))
      return refused(
        refusal(
          context,
          "recusal-of-another",
          {
            zh: "只能登记本人回避；要求他人回避的，由党工委书记决定",
            en: "One records one's own recusal; that of another is ordered by the Working Committee's secretary",
          },
          null,
          "accountId",
        ),
      );
    if (state.recusals.some((one) => one.accountId === accountId))
      return refused(no("recused-already", `${account.name}已回避`, `${account.name} is recused already`));
    const declaredBy = own ? "self" : "secretary";
    return happened({ type: "recused", accountId, name: account.name, ground, declaredBy, on: today, reasons });
  },
});
