// The inquiry group (调查组): two persons or more, one of whom leads; whoever approves is none of them.
import type { Refusal } from "#law/refusal.ts";
import { refusal } from "./act.ts";
import type { Context } from "./act.ts";
import type { RefusalCode } from "./refusal-codes.ts";

export function refusalsOfGroup({ inquirers, leader }: { inquirers: string[]; leader: string }, context: Context) {
  const group = new Set(inquirers);
  const refuse = (code: RefusalCode, zh: string, en: string, field = "inquirers"): Refusal =>
    refusal(context, code, zh, en, "inquiry-group", field);
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
  if (!group.has(leader))
    refusals.push(
      refuse("leader-outside", "组长须从调查组成员中确定", "The leader must be one of the inquiry group", "leader"),
    );
  return refusals;
}
