// The version of the rules by which rows are derived from events.

/** Raise it when stored events are to make other rows than before: the next start then derives all rows again. */
export const derivationVersion = "1";
