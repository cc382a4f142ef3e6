// The facts format: one line of JSON in Chinese words in, one line out, with no database.
import type { Law } from './law.ts'

export type LineOptions = { explain?: boolean; upper?: boolean }

/** Answers one input line; a bad line gives an object with `error` in place of the answer. */
export function answerLine(_law: Law, _line: unknown, _options: LineOptions = {}): Record<string, unknown> {
  throw new Error('being written')
}
