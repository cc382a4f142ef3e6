// Four eyes (two steps by two persons): never of one person or family, whatever accounts, records and delegations they act through.
import { delegationOf } from "./actor.ts";
import type { Actor } from "./actor.ts";
import { administrators } from "./roles.ts";
import type { Role } from "./roles.ts";
import { firstStepWasYours, someoneElse } from "./words/standing-words.ts";
import type { Sentence } from "#law/text/citation.ts";
import type { Refusal } from "#law/refusal.ts";

/**
 * The rules by which two persons take two steps, besides those in the tables of acts (duties.ts, body-names.ts). One entry a rule, by the
 * name of its second step in the log; `table`: where the database holds the persons of both steps apart.
 */
export const twoPersonRules = {
  "confirm-authority": { after: "enter-authority", table: "authority_confirmation" },
  "countersign-interpretation": { after: "enter-interpretation", table: "interpretation_signature" },
  "check-official-text": { after: "load-official-text", table: "official_text_check" },
  "confirm-history": { after: "state-history", table: "history_confirmation" },
  "answer-reporter": { after: "ask-reporter", table: "reporter_answer" },
  "release-texts": { after: "act", table: "text_release" },
  "sign-letter": { after: "draft-letter", table: "letter_signature" },
  "decide-delegation": { after: "ask-delegation", table: "delegation" },
  "undo-merge": { after: "merge-persons", table: "person_merge_undone" },
  "publish-calendar": { after: "enter-calendar", table: "calendar_confirmation" },
  "void-relative": { after: "put-relative", table: "relative_change" },
} as const satisfies Record<string, { after: string; table: string }>;
export type TwoPersonRule = keyof typeof twoPersonRules;

/**
 * Why somebody must not take the second step: they took the first themselves; another account of theirs or a close relative's did; whoever
 * delegated the role to them did; their own account names no person, so that nobody can tell whose eyes they are.
 */
export type FourEyesFault = "own" | "kin" | "delegator" | "nameless";

/** Why this actor, in one of `roles`, must not take the second step; null when they may. `first`: the accounts by which the first was taken. */
export function fourEyesFaultOf(actor: Actor, roles: readonly Role[], first: readonly string[]): FourEyesFault | null {
  if (first.length === 0) return null;
  if (actor.personId === null && !roles.some((role) => administrators.includes(role))) return "nameless";
  if (first.includes(actor.accountId)) return "own";
  if (actor.kinAccountIds.some((id) => first.includes(id))) return "kin";
  const delegated = delegationOf(actor, roles);
  const lent = delegated === null ? [] : [delegated.fromAccount, ...delegated.fromKinAccountIds];
  return lent.some((id) => first.includes(id)) ? "delegator" : null;
}

/**
 * Why this actor must leave an act to somebody else, in words; null where nothing stands against it. `notBy`: the acts that others must have
 * done; `actorsByAct`: the accounts by which each act was done so far.
 */
export function faultOfAct<Act extends string>(
  actor: Actor,
  { act, roles, notBy }: { act: Act; roles: readonly Role[]; notBy: readonly Act[] },
  actorsByAct: Readonly<Partial<Record<Act, readonly string[]>>>,
  names: Readonly<Record<Act, Sentence>>,
): Sentence | null {
  const faultAfter = (other: Act) => fourEyesFaultOf(actor, roles, actorsByAct[other] ?? []);
  const before = notBy.filter((other) => faultAfter(other) !== null);
  const [fault = null] = before.map(faultAfter);
  if (fault === null) return null;
  const done = before.map((other) => names[other]);
  return someoneElse[fault](names[act], done);
}

/** The accounts by which each of two steps was taken. */
export type BothHands = { first: readonly string[]; second: readonly string[] };

/** Refuses the second step of a rule to whoever's eyes are those of the first; empty when they may take it. No text is cited for it. */
export function refusalsOfSecondStep(
  _rule: TwoPersonRule,
  { actor, roles, first }: { actor: Actor; roles: readonly Role[]; first: readonly string[] },
  field: string,
): Refusal[] {
  const fault = fourEyesFaultOf(actor, roles, first);
  return fault === null ? [] : [{ code: "four-eyes", message: firstStepWasYours[fault], source: null, field }];
}

/** The accounts by which a stored step was taken: whose it is, and in whose role where by delegation. */
export function handsOf(by: string, behalf: string | null): string[] {
  return behalf === null ? [by] : [by, behalf];
}
