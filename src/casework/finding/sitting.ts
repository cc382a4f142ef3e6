// A collective deliberation (集体研究) as it sat: who was there, who recused, how they voted, and what speaks against it.
import { z } from "zod";
import { quorumOf } from "#law/procedure/authority.ts";
import { parseDay } from "#law/reckon/days.ts";
import type { Refusal } from "#law/refusal.ts";
import type { Sentence } from "#law/text/citation.ts";
import { id, isoDay, refusal, shortWords, words } from "../act.ts";
import type { Context } from "../act.ts";

const count = z.int().min(0).max(200);
const named = z.strictObject({ name: shortWords, reason: shortWords });

export const sittingShape = {
  body: id,
  on: isoDay,
  topic: shortWords,
  attendance: z.array(shortWords).max(100),
  absent: z.array(named).max(100).default([]),
  recusals: z.array(named).max(50),
  votesFor: count,
  votesAgainst: count,
  abstentions: count,
  result: words,
  minutes: words,
};
const shape = z.strictObject(sittingShape);
export type Sitting = z.output<typeof shape>;

/** Who is concerned and must not sit; `why` follows the name in the sentence. */
export type Party = { name: string; why: Sentence };

/** `proposedOn` is the day of the proposal that was deliberated on; null where there is none. */
export function refusalsOfSitting(
  input: Sitting,
  { proposedOn, parties }: { proposedOn: string | null; parties: readonly Party[] },
  context: Pick<Context, "law" | "today">,
): Refusal[] {
  const refusals: Refusal[] = [];
  const present = new Set(input.attendance);
  const both = input.absent.filter((one) => present.has(one.name)).map((one) => one.name);
  if (both.length > 0)
    refusals.push(
      refusal(
        context,
        "present-and-absent",
        {
          zh: `${both.join("、")}同时列为到会和缺席，请核对`,
          en: `${both.join(", ")} cannot be both present and absent`,
        },
        "collective-decision",
        "absent",
      ),
    );
  const strangers = input.recusals.filter((one) => !present.has(one.name)).map((one) => one.name);
  if (strangers.length > 0)
    refusals.push(
      refusal(
        context,
        "recused-not-present",
        {
          zh: `${strangers.join("、")}列为回避，但不在到会人员中；未到会的请列为缺席`,
          en: `${strangers.join(", ")} recused without being present; list who did not come as absent`,
        },
        "recusal",
        "recusals",
      ),
    );
  if (present.size < 2)
    refusals.push(
      refusal(
        context,
        "not-collective",
        { zh: "集体研究的到会人数不得少于二人", en: "A collective deliberation needs at least two persons present" },
        "collective-decision",
        "attendance",
      ),
    );
  if (proposedOn !== null && input.on < proposedOn)
    refusals.push(
      refusal(
        context,
        "before-proposal",
        { zh: `研究日期早于建议日期 ${proposedOn}`, en: `The deliberation is before the proposal of ${proposedOn}` },
        "collective-decision",
        "on",
      ),
    );
  const sitting = parties.filter(({ name }) => present.has(name) && !input.recusals.some((one) => one.name === name));
  for (const { name, why } of sitting)
    refusals.push(
      refusal(
        context,
        "subject-sits",
        { zh: `${name}${why.zh}，须回避`, en: `${name} ${why.en} and must recuse` },
        "recusal",
        "attendance",
      ),
    );
  const voters = [...present].filter((name) => !input.recusals.some((one) => one.name === name)).length;
  if (input.votesFor + input.votesAgainst + input.abstentions !== voters) {
    refusals.push(
      refusal(
        context,
        "votes-do-not-add-up",
        {
          zh: `同意、反对、弃权合计须等于未回避的到会人数 ${voters}`,
          en: `For, against and abstaining must add up to the ${voters} present who did not recuse`,
        },
        "collective-decision",
        "votesFor",
      ),
    );
  }
  const day = parseDay(input.on);
  const quorum = day === null ? null : quorumOf(context.law, input.body, day);
  if (quorum !== null && voters < quorum.needed)
    refusals.push(
      refusal(
        context,
        "not-quorate",
        {
          zh: `未达法定到会人数：应到 ${quorum.members} 人，至少须有 ${quorum.needed} 人到会且未回避，现为 ${voters} 人（权限表 ${quorum.number}）`,
          en: `No quorum: of ${quorum.members} members at least ${quorum.needed} must sit without having recused, and ${voters} do (table ${quorum.number})`,
        },
        "collective-decision",
        "attendance",
      ),
    );
  return refusals;
}
