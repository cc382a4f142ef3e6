// The four questions of eligibility: may this person, on that date or in that year.
import type { Citation, Sentence } from './citation.ts'
import type { MeasureRecord, Restriction, SanctionRecord } from './consequences.ts'
import type { Day } from './days.ts'
import type { Law } from './law.ts'
import type { LevelId, PurposeId } from './vocabulary.ts'

export type AnswerKind = 'barred' | 'needs-confirmation' | 'needs-consent' | 'pending' | 'clear'

export type Facts = {
  person: { partyMember: boolean | null; level: LevelId | null }
  measures: MeasureRecord[]
  sanctions: SanctionRecord[]
  consents: Day[]
  openMatters: number
}

export type Question =
  | { purpose: PurposeId; date: Day; toLevel: LevelId | null }
  | { purpose: PurposeId; year: number }

export type LayerAnswer = { answer: AnswerKind; until: Day | null; citations: Citation[] }

export type Answer = {
  answer: AnswerKind
  /** The last barred day, null unless barred. */
  until: Day | null
  layers: { regulation: LayerAnswer; upper: LayerAnswer }
  /** Every restriction that bears on the question on its day, in the order of the records. */
  restrictions: Restriction[]
  citations: Citation[]
  sentences: Sentence[]
  notes: Sentence[]
}

/** Answers one question from all that is recorded of one person. */
export function answerEligibility(_law: Law, _facts: Facts, _question: Question): Answer {
  throw new Error('being written')
}
