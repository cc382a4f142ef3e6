// Who decides, proposes, approves and executes, by the management level of the person.
import { authorityOn } from "./authority.ts";
import { citationOf } from "../text/cite.ts";
import type { Citation } from "../text/citation.ts";
import type { Day } from "../reckon/days.ts";
import { rulesOf } from "../compile/law.ts";
import type { Law } from "../compile/law.ts";
import type { BodyId, ManagementLevel, MeasureId } from "../pack/vocabulary.ts";

export type Competence = {
  decides: BodyId[];
  proposes: BodyId[];
  approves: BodyId[];
  executes: BodyId[];
  /** False when the decision belongs to a body above, to which it can only be proposed. */
  own: boolean;
  cite: Citation;
};

/**
 * The row of the authority table that holds on the day: the district's own version, or else what the pack says; with
 * null, what the pack says. Throws when the pack has no row, which the checks rule out.
 */
export function competenceOf(
  law: Law,
  asked: { managedBy: ManagementLevel; measure: MeasureId; on: Day | null },
): Competence {
  const table = asked.on === null ? null : authorityOn(law, asked.on);
  const kind = law.vocabulary.measures.find(({ id }) => id === asked.measure)?.class;
  const own = table?.rows.find((row) => row.managedBy === asked.managedBy && row.measures === kind);
  for (const rule of rulesOf(law, "competence")) {
    if (own !== undefined) {
      const { decides, proposes, approves, executes } = own;
      const here = decides.some((body) => rule.ownBodies.includes(body));
      return { decides, proposes, approves, executes, own: here, cite: citationOf(law.regulation, rule) };
    }
    const row = rule.authority.find(
      (candidate) => candidate.managedBy === asked.managedBy && candidate.measures.includes(asked.measure),
    );
    if (row === undefined) continue;
    return {
      decides: row.decides,
      proposes: row.proposes,
      approves: row.approves,
      executes: row.executes,
      own: row.decides.some((body) => rule.ownBodies.includes(body)),
      cite: citationOf(law.regulation, rule),
    };
  }
  throw new RangeError(`no authority is given for ${asked.measure} at ${asked.managedBy}`);
}
