// What each clause of the text does in the software: for the text and the rule side by side.
import type { Sentence } from './citation.ts'
import type { Pack } from './pack.ts'

export type ClauseClaim = { kind: string; id: string; quote: string; summary: Sentence }

export type ClauseView = {
  at: string
  /** `front`, `chapter`, `paragraph`, `item` or `colophon`. */
  role: string
  label: Sentence
  text: string
  claims: ClauseClaim[]
  excuse: Sentence | null
}

/** Every part of the text in order, with the rules that rest on it. */
export function clausesOf(_pack: Pack): ClauseView[] {
  throw new Error('being written')
}
