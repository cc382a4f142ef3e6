// Pages by key: the last row seen is the key of the next page, so rows inserted meanwhile neither repeat nor vanish.

/** `after` is the opaque key that the page before gave as `next`; null at the start. */
export type Page = { after: string | null; limit: number };
export type Paged<Row> = { rows: Row[]; next: string | null };
/** A count that stops at its bound: `more` when there are at least `value`. */
export type Count = { value: number; more: boolean };
export type Counted<Row> = Paged<Row> & { count: Count };
