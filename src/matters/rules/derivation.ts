// By which rules the derived rows were made.

/** Raise it when stored events are to make other rows than before: the next start then derives all of them anew. */
export const derivationVersion = "1";
