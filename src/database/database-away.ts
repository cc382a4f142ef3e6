// A database server that does not answer: stopped, restarted, out of reach, or out of connections.

/** Told by its code, which the server reads too. */
export type AwayCode = "DATABASE_AWAY" | "DATABASE_AWAY_AT_COMMIT";

/**
 * Nothing of the transaction was kept, unless its end was under way (`committing`): whether that reached the server, nobody here knows;
 * the same key sent again finds out. `cause` is what was heard from the driver.
 */
export class DatabaseAway extends Error {
  override readonly name = "DatabaseAway";
  readonly code: AwayCode;

  constructor(cause: unknown, { committing = false }: { committing?: boolean } = {}) {
    super("the database does not answer", { cause });
    this.code = committing ? "DATABASE_AWAY_AT_COMMIT" : "DATABASE_AWAY";
  }
}
