// Who decides, proposes, approves and executes, by the management level of the person.
import { citationOf } from "./cite.ts";
import type { Citation } from "./citation.ts";
import { rulesOf } from "./law.ts";
import type { Law } from "./law.ts";
import type { BodyId, ManagementLevel, MeasureId } from "./vocabulary.ts";

export type Competence = {
  decides: BodyId[];
  proposes: BodyId[];
  approves: BodyId[];
  executes: BodyId[];
  /** False when the decision belongs to a body above, to which it can only be proposed. */
  own: boolean;
  cite: Citation;
};

/** The row of the authority table; throws when the table has none, which the checks rule out. */
export function competenceOf(law: Law, asked: { managedBy: ManagementLevel; measure: MeasureId }): Competence {
  for (const rule of rulesOf(law, "competence")) {
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
