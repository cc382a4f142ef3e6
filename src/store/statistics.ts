// What the planner knows of the tables that an import fills.
import { sql } from "kysely";
import type { Database } from "./database.ts";

const filled = [
  "person",
  "person_sound",
  "post_title",
  "post_held",
  "former_name",
  "person_relative",
  "grade_given",
  "honour_given",
  "import_row",
];

/**
 * Looks at them anew. Of a table that was empty when it was last looked at, the planner believes that any key beginning with the jurisdiction
 * finds one row; each check of a foreign key then walks all rows, and an import takes as long as the square of its length. A server does this
 * by itself within a minute or so, the embedded engine never. Whoever owns no table is told so by a notice, and nothing else happens.
 */
export async function lookAtTables(database: Database): Promise<void> {
  for (const table of filled) await sql`ANALYZE ${sql.table(table)}`.execute(database.kysely);
}
