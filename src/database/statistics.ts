// What the planner knows of the tables that an import fills.
import { sql } from "kysely";
import { z } from "zod";
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
export async function analyzeTables(database: Database): Promise<void> {
  for (const table of filled) await sql`ANALYZE ${sql.table(table)}`.execute(database.kysely);
}

/** As a server's own settings have it: so many rows, and so great a part of the table. */
const vacuumThreshold = { rows: 50, part: 0.2 };
const changed = { rows: 50, part: 0.1 };

const tablesShape = z.array(z.object({ name: z.string() }));

/**
 * What a server does by itself and the embedded engine never: of each table that changed much since it was last looked at, rows that nobody
 * can see any more are cleared and the planner learns what is there. Each table is a statement of its own, so that others get in between.
 * Answers with the names of these tables; on a server it does nothing.
 */
export async function tidyTables(database: Database): Promise<string[]> {
  if (database.engine !== "pglite") return [];
  await sql`SELECT pg_stat_force_next_flush()`.execute(database.kysely);
  const { rows } = await sql`SELECT relname AS name FROM pg_stat_user_tables
    WHERE n_dead_tup > ${vacuumThreshold.rows}::integer + ${vacuumThreshold.part}::float8 * n_live_tup
      OR n_mod_since_analyze > ${changed.rows}::integer + ${changed.part}::float8 * n_live_tup ORDER BY relname`.execute(
    database.kysely,
  );
  const names = tablesShape.parse(rows).map(({ name }) => name);
  for (const name of names) await sql`VACUUM (ANALYZE) ${sql.table(name)}`.execute(database.kysely);
  return names;
}
