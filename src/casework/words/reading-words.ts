// What stands in the place of words that are not shown yet.

// readings.ts
/** Typed text that waits for its release. */
export const waitingText = "〔待放行〕";
