// What the text forbids in an outcome, and in the record of a sanction.
import type { Day } from './days.ts'
import type { Law } from './law.ts'
import type { Refusal } from './refusal.ts'
import type { BodyId, Gravity, Handling, ManagementLevel, MeasureId, SanctionId, SubjectKind } from './vocabulary.ts'

export type Outcome = {
  subject: { kind: SubjectKind; managedBy: ManagementLevel; partyMember: boolean; inScope: boolean }
  gravity: Gravity
  strongReaction: boolean
  vileInfluence: boolean
  measures: readonly MeasureId[]
  handling: Handling
  handlingReasons: string | null
  body: BodyId
  conduct: { from: Day; to: Day; continuing: boolean }
  decidedOn: Day
}

/** Every refusal that an outcome meets, in the order of the text; empty when it may be decided. */
export function refusalsOfOutcome(_law: Law, _outcome: Outcome): Refusal[] {
  throw new Error('being written')
}

/** Whether a sanction can be recorded for this person: Party discipline only for Party members. */
export function refusalsOfSanction(
  _law: Law,
  _record: { sanction: SanctionId; partyMember: boolean },
): Refusal[] {
  throw new Error('being written')
}
