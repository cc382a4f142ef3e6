// The text of a pack: its clauses with their anchors and the way a lawyer cites them.
import type { Sentence } from './citation.ts'

export type Clause = {
  /** `13.1`; empty for what is no article (notice, headings, colophon). */
  at: string
  role: 'front' | 'chapter' | 'paragraph' | 'item' | 'colophon'
  label: Sentence
  text: string
  /** Line in text.md, from 1. */
  line: number
}
