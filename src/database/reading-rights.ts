// The reading rights of the duties table as rows, so that row-level security reads the same table as everything else.
import { sql } from "kysely";
import type { Kysely } from "kysely";
import { z } from "zod";
import { readingRights } from "#casework/duties.ts";
import { roles } from "#casework/roles.ts";
import type { Schema } from "./database.ts";

const rightShape = z.object({ role: z.string(), kind: z.string(), stage: z.string(), reach: z.string() });

/** Puts the rights of this release in the place of those stored, when they differ. As the owner of the tables. */
export async function writeReadingRights(kysely: Kysely<Schema>): Promise<void> {
  if (!(await readingRightsDiffer(kysely))) return;
  const wanted = rightsAsRows();
  const column = (at: number) => wanted.map((row) => row[at] ?? "");
  await kysely.transaction().execute(async (trx) => {
    await sql`LOCK TABLE reading_right IN EXCLUSIVE MODE`.execute(trx);
    await sql`DELETE FROM reading_right`.execute(trx);
    await sql`INSERT INTO reading_right (role, kind, stage, reach)
      SELECT * FROM unnest(${column(0)}::text[], ${column(1)}::text[], ${column(2)}::text[], ${column(3)}::text[])`.execute(
      trx,
    );
  });
}

/** Whether the rights stored are not those of this release. */
export async function readingRightsDiffer(kysely: Kysely<Schema>): Promise<boolean> {
  const told = (rows: readonly string[][]) => rows.map((row) => row.join(" ")).sort();
  const { rows } = await sql`SELECT role, kind, stage, reach FROM reading_right`.execute(kysely);
  const stored = rows.map((row) => Object.values(rightShape.parse(row)));
  return told(stored).join() !== told(rightsAsRows()).join();
}

function rightsAsRows(): string[][] {
  return roles.flatMap((role) =>
    (["lead", "case"] as const).flatMap((kind) => {
      const { reach, stages } = readingRights[role][kind];
      return reach === "none" ? [] : stages.map((stage) => [role, kind, stage, reach]);
    }),
  );
}
