// Which measures the text opens for a gravity that people have found. It never proposes one of them.
import type { Citation, Sentence } from './citation.ts'
import type { Law } from './law.ts'
import type { BodyId, Gravity, MeasureId, SubjectKind } from './vocabulary.ts'

export type Measure = {
  id: MeasureId
  name: Sentence
  class: 'light' | 'organizational' | 'body'
  subjects: SubjectKind[]
  onApplication: boolean
}

export type MeasureOffer = {
  tiers: Tier[]
  /** Why a tier is closed, or where the matter goes instead. */
  reasons: { message: Sentence; cite: Citation }[]
}

export type Tier = {
  tier: string
  force: 'may' | 'shall'
  measures: Measure[]
  deciders: BodyId[]
  cite: Citation
  circulation: boolean
}

/** All measures of the vocabulary. */
export function measuresOf(_law: Law): Measure[] {
  throw new Error('being written')
}

export function openMeasures(
  _law: Law,
  _found: { gravity: Gravity; strongReaction: boolean; vileInfluence: boolean; subject: SubjectKind },
): MeasureOffer {
  throw new Error('being written')
}
