// Who decides, proposes, approves and executes, by the management level of the person.
import type { Citation } from './citation.ts'
import type { Law } from './law.ts'
import type { BodyId, ManagementLevel, MeasureId } from './vocabulary.ts'

export type Competence = {
  decides: BodyId[]
  proposes: BodyId[]
  approves: BodyId[]
  executes: BodyId[]
  /** False when the decision belongs to a body above, to which it can only be proposed. */
  own: boolean
  cite: Citation
}

export function competenceOf(
  _law: Law,
  _asked: { managedBy: ManagementLevel; measure: MeasureId },
): Competence {
  throw new Error('being written')
}
