// The circumstances of accountability, and whether one of them is established by what is evidenced.
import type { Citation, Sentence } from './citation.ts'
import type { Law } from './law.ts'
import type { Handling } from './vocabulary.ts'

export type LimbResult = { id: string; name: Sentence; words: string }

export type Limb = {
  id: string
  group: string
  name: Sentence
  conduct: string
  acts: string[]
  cite: Citation
  results: LimbResult[]
  mode: 'none' | 'any' | 'all'
  precondition: { name: Sentence; words: string } | null
  catchAll: boolean
  prefers: Handling | null
}

export type Missing = {
  code: 'act' | 'result' | 'precondition' | 'reasons' | 'approval'
  result: string | null
  message: Sentence
  cite: Citation
}

export type LimbFindings = {
  limb: string
  /** The acts found, in the words of the text; null when none is recorded. */
  act: string | null
  /** Ids of the results that are evidenced. */
  results: readonly string[]
  preconditionMet: boolean
  reasons: string | null
  approved: boolean
}

export type Examination = { established: boolean; missing: Missing[]; cite: Citation }

/** All limbs in the order of the text. */
export function limbsOf(_law: Law): Limb[] {
  throw new Error('being written')
}

/** Whether a limb is established, and what is missing; throws on a limb that the law does not have. */
export function examineLimb(_law: Law, _findings: LimbFindings): Examination {
  throw new Error('being written')
}
