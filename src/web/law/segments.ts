// A text cut where quotes begin and end, so that each piece knows which quotes it belongs to.

export type Segment = { text: string; ids: string[] };

/** Every occurrence of a quote is found at its first place; a quote that is not in the text marks nothing. */
export function segmentsOf(text: string, quotes: readonly { id: string; quote: string }[]): Segment[] {
  const spans = quotes.flatMap(({ id, quote }) => {
    const from = quote === "" ? -1 : text.indexOf(quote);
    return from < 0 ? [] : [{ id, from, to: from + quote.length }];
  });
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? text.length;
    return {
      text: text.slice(from, to),
      ids: spans.filter((span) => span.from <= from && to <= span.to).map((span) => span.id),
    };
  });
}
