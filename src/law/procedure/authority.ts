// The district's own authority table (权限表): versions by the day from which they hold, in the place of what the pack has.
import { z } from "zod";
import type { Day } from "../reckon/days.ts";
import type { Law } from "../compile/law.ts";
import type { Measure } from "./measures.ts";
import type { BodyId } from "../pack/vocabulary.ts";

export const measureClasses = ["light", "organizational", "body"] as const satisfies readonly Measure["class"][];
const bodies = z.array(z.string());
/** Who decides, proposes, approves and executes measures of one class on those who are managed at one level. */
const authorityRow = z.object({
  managedBy: z.string(),
  measures: z.enum(measureClasses),
  decides: bodies,
  proposes: bodies,
  approves: bodies,
  executes: bodies,
});
export type AuthorityRow = z.output<typeof authorityRow>;
/** How many members a deliberating body has, and which share of them has to sit without having recused. */
const quorum = z.object({ body: z.string(), members: z.number(), share: z.enum(["more-than-half", "two-thirds"]) });
export type Quorum = z.output<typeof quorum>;
/** One version of the table: the day from which it holds, and the number of its document. */
export const authorityTable = z.object({
  from: z.number(),
  number: z.string(),
  rows: z.array(authorityRow),
  quorums: z.array(quorum),
});
export type AuthorityTable = z.output<typeof authorityTable>;

/** The version that holds on the day, of versions in the order in which they were confirmed; null where the pack's own table holds. */
export function authorityOn(law: Law, day: Day): AuthorityTable | null {
  let holds: AuthorityTable | null = null;
  for (const table of law.authority)
    if (table.from <= day && (holds === null || table.from >= holds.from)) holds = table;
  return holds;
}

/** How many have to sit for this body to be quorate on the day; null where nothing is set. */
export function quorumOf(law: Law, body: BodyId, day: Day): { needed: number; members: number; number: string } | null {
  const table = authorityOn(law, day);
  const quorum = table?.quorums.find((one) => one.body === body);
  if (table === null || quorum === undefined) return null;
  const { members, share } = quorum;
  const needed = share === "two-thirds" ? Math.ceil((members * 2) / 3) : Math.floor(members / 2) + 1;
  return { needed, members, number: table.number };
}
