// The inquiry group (调查组): two persons or more, one of whom leads; whoever approves is none of them.
import type { Refusal } from "#law/refusal.ts";
import type { Sentence } from "#law/text/citation.ts";
import { refusal } from "../act.ts";
import type { Context } from "../act.ts";
import type { Case } from "../case.ts";
import { mayRead } from "../duties.ts";
import { outlineOf } from "../outline.ts";
import type { RefusalCode } from "../refusal-codes.ts";
import { groupTooSmall, approverInquires, noSuchMember, cannotInquire, leaderOutside } from "./finding-words.ts";

/** Why this group cannot inquire; whoever decides on it is the actor of the context. */
export function refusalsOfGroup(
  state: Case,
  { inquirers, leader }: { inquirers: string[]; leader: string },
  context: Context<"accounts">,
): Refusal[] {
  const group = new Set(inquirers);
  const refuse = (code: RefusalCode, says: Sentence, field = "inquirers"): Refusal =>
    refusal(context, code, says, "inquiry-group", field);
  const refusals: Refusal[] = [];
  if (group.size < 2) refusals.push(refuse("inquiry-group-too-small", groupTooSmall));
  if (group.has(context.actor.accountId)) refusals.push(refuse("approver-inquires", approverInquires));
  if (inquirers.some((one) => context.registry.accounts[one] === undefined))
    refusals.push(refuse("no-such-account", noSuchMember));
  // The approval gives the case to its group, which it is then open to.
  const opened = { ...outlineOf(state), stage: "inquiry" as const, assignedTo: [...group] };
  for (const one of group) {
    const account = context.registry.accounts[one];
    if (account !== undefined && (account.disabled || account.isInvolved || !mayRead(account, opened)))
      refusals.push(refuse("cannot-inquire", cannotInquire(account.name)));
  }
  if (!group.has(leader)) refusals.push(refuse("leader-outside", leaderOutside, "leader"));
  return refusals;
}
