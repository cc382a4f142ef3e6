// A collective deliberation (集体研究): who was there, who recused, how they voted, and why it does not count.
import { z } from "zod";
import { quorumOf } from "#law/procedure/authority.ts";
import { parseDay } from "#law/reckon/days.ts";
import type { Refusal } from "#law/refusal.ts";
import type { Sentence } from "#law/text/citation.ts";
import { id, isoDay, refusal, shortText, longText } from "../act.ts";
import type { Context } from "../act.ts";
import {
  beforeProposal,
  presentAndAbsent,
  recusedNotPresent,
  notCollective,
  partySits,
  votesDoNotAddUp,
  notQuorate,
} from "./finding-words.ts";

const count = z.int().min(0).max(200);
const named = z.strictObject({ name: shortText, reason: shortText });

export const sittingShape = {
  body: id,
  on: isoDay,
  topic: shortText,
  attendance: z.array(shortText).max(100),
  absent: z.array(named).max(100).default([]),
  recusals: z.array(named).max(50),
  votesFor: count,
  votesAgainst: count,
  abstentions: count,
  result: longText,
  minutes: longText,
};
export const sittingSchema = z.strictObject(sittingShape);
export type Sitting = z.output<typeof sittingSchema>;

/** Who is concerned and must not sit; `why` follows the name in the sentence. */
export type Party = { name: string; why: Sentence };

/** What a citation of the law in force is found by. */
type Ground = Pick<Context, "law" | "today">;

/** `proposedOn` is the ISO day of the proposal that was deliberated on; null where there is none. */
export function refusalsOfSitting(
  input: Sitting,
  { proposedOn, parties }: { proposedOn: string | null; parties: readonly Party[] },
  context: Ground,
): Refusal[] {
  return [
    ...refusalsOfAttendance(input, context),
    ...(proposedOn !== null && input.on < proposedOn
      ? [refusal(context, "before-proposal", beforeProposal(proposedOn), "collective-decision", "on")]
      : []),
    ...refusalsOfParties(input, parties, context),
    ...refusalsOfVotes(input, context),
  ];
}

/** Refused where somebody is both present and absent, somebody recused is not present, or fewer than two are. */
function refusalsOfAttendance({ attendance, absent, recusals }: Sitting, context: Ground): Refusal[] {
  const present = new Set(attendance);
  const both = absent.filter((one) => present.has(one.name)).map((one) => one.name);
  const strangers = recusals.filter((one) => !present.has(one.name)).map((one) => one.name);
  const refusals: Refusal[] = [];
  if (both.length > 0)
    refusals.push(refusal(context, "present-and-absent", presentAndAbsent(both), "collective-decision", "absent"));
  if (strangers.length > 0)
    refusals.push(refusal(context, "recused-not-present", recusedNotPresent(strangers), "recusal", "recusals"));
  if (present.size < 2)
    refusals.push(refusal(context, "not-collective", notCollective, "collective-decision", "attendance"));
  return refusals;
}

/** Refused where somebody concerned by the case is present and has not recused. */
function refusalsOfParties(input: Sitting, parties: readonly Party[], context: Ground): Refusal[] {
  const voters = votersOf(input);
  return parties
    .filter(({ name }) => voters.has(name))
    .map(({ name, why }) => refusal(context, "subject-sits", partySits(name, why), "recusal", "attendance"));
}

/** Refused where the votes are not one for each voter, or the voters fewer than the quorum that the authority table sets. */
function refusalsOfVotes(input: Sitting, context: Ground): Refusal[] {
  const voters = votersOf(input).size;
  const refusals: Refusal[] = [];
  if (input.votesFor + input.votesAgainst + input.abstentions !== voters)
    refusals.push(refusal(context, "votes-do-not-add-up", votesDoNotAddUp(voters), "collective-decision", "votesFor"));
  const day = parseDay(input.on);
  const quorum = day === null ? null : quorumOf(context.law, input.body, day);
  if (quorum !== null && voters < quorum.needed)
    refusals.push(refusal(context, "not-quorate", notQuorate(quorum, voters), "collective-decision", "attendance"));
  return refusals;
}

/** Names of those who were present and have not recused. */
function votersOf({ attendance, recusals }: Sitting): Set<string> {
  return new Set(attendance).difference(new Set(recusals.map(({ name }) => name)));
}
