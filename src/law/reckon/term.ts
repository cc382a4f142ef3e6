// What the clauses on several sanctions make of one among others.
import type { Citation } from "../text/citation.ts";

export type Term = {
  /** Days of an earlier period that run before its own. */
  remaining: number;
  /** A heavier sanction of the same day has taken its place. */
  absorbed: boolean;
  /** The months recorded for several equal ones together; null where none are. */
  months: number | null;
  /**
   * The longest that it could be, where that is not known: days of an earlier period, months for several equal ones (null: no others
   * than recorded), and the unverified clause on which that rests (null: the records do not say).
   */
  perhaps: { remaining: number; months: number | null; norm: string | null } | null;
  /** The clause, where one applies. */
  cite: Citation | null;
};

/** The term of a sanction that nothing prolongs or absorbs. */
export const ALONE: Term = { remaining: 0, absorbed: false, months: null, perhaps: null, cite: null };
