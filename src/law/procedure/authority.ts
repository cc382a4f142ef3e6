// The district's own authority table (权限表): versions by the day from which they hold, in the place of what the pack has.
import type { Day } from "../reckon/days.ts";
import type { Law } from "../compile/law.ts";
import type { Measure } from "./measures.ts";
import type { BodyId, ManagementLevel } from "../pack/vocabulary.ts";

export type AuthorityRow = {
  managedBy: ManagementLevel;
  measures: Measure["class"];
  decides: BodyId[];
  proposes: BodyId[];
  approves: BodyId[];
  executes: BodyId[];
};
/** How many members a deliberating body has, and which share of them has to sit without having recused. */
export type Quorum = { body: BodyId; members: number; share: "more-than-half" | "two-thirds" };
export type AuthorityTable = { from: Day; number: string; rows: AuthorityRow[]; quorums: Quorum[] };

export const measureClasses = ["light", "organizational", "body"] as const satisfies readonly Measure["class"][];

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
