// The inquiry group (调查组): two persons or more, one of whom leads; whoever approves is none of them.
import type { Refusal } from "#law/refusal.ts";
import { refusal } from "../act.ts";
import type { Context } from "../act.ts";
import type { Case } from "../case.ts";
import { mayRead } from "../duties.ts";
import { outlineOf } from "../outline.ts";
import type { RefusalCode } from "../refusal-codes.ts";

export function refusalsOfGroup(
  state: Case,
  { inquirers, leader }: { inquirers: string[]; leader: string },
  context: Context<"accounts">,
): Refusal[] {
  const group = new Set(inquirers);
  const refuse = (code: RefusalCode, zh: string, en: string, field = "inquirers"): Refusal =>
    refusal(context, code, { zh, en }, "inquiry-group", field);
  const refusals: Refusal[] = [];
  if (group.size < 2)
    refusals.push(
      refuse("inquiry-group-too-small", "调查组不得少于二人", "The inquiry group needs at least two persons"),
    );
  if (group.has(context.actor.accountId))
    refusals.push(refuse("approver-inquires", "审批人不参加调查组", "Whoever approves is not one of the inquirers"));
  if (inquirers.some((one) => context.registry.accounts[one] === undefined))
    refusals.push(
      refuse("no-such-account", "调查组成员中有不存在的账号", "The inquiry group names an account that does not exist"),
    );
  // The approval gives the case to its group, which it is then open to.
  const opened = { ...outlineOf(state), stage: "inquiry" as const, assignedTo: [...group] };
  for (const one of group) {
    const account = context.registry.accounts[one];
    if (account !== undefined && (account.disabled || account.isInvolved || !mayRead(account, opened)))
      refusals.push(
        refuse(
          "cannot-inquire",
          `${account.name}不能参加本案调查组：账号已停用、职责不含案件调查，或者须回避本案`,
          `${account.name} cannot be one of the inquirers: the account is disabled, has no part in inquiries, or is kept out of this case`,
        ),
      );
  }
  if (!group.has(leader))
    refusals.push(
      refuse("leader-outside", "组长须从调查组成员中确定", "The leader must be one of the inquiry group", "leader"),
    );
  return refusals;
}
