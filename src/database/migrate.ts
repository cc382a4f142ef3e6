// Brings the schema up to date: numbered .sql files, each once, in order, safe when several processes start together.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { sql } from "kysely";
import type { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import type { Migration, MigrationProvider } from "kysely/migration";
import { z } from "zod";
import type { Schema } from "./database.ts";
import { codeOf } from "./folder-lock.ts";
import { StoreProblem } from "./problem.ts";
import { writeReadingRights } from "./reading-rights.ts";
import { databaseOfNewerRelease, databaseRightsMissing } from "./words.ts";

/** The application's role: owns nothing, cannot log in, is bound by row-level security. */
export const applicationRole = "wenze_app";

const folder = path.join(import.meta.dirname, "migrations");

/** Throws StoreProblem when rights are missing or the schema is from a newer release. */
export async function migrate(kysely: Kysely<Schema>): Promise<void> {
  await prepareRole(kysely);
  await letIndexesSearch(kysely);
  if (await isCurrent(kysely)) return writeReadingRights(kysely);
  // Two releases may each have brought a file of their own before they came together; none rests on another of its day.
  const { error, results } = await new Migrator({
    db: kysely,
    provider,
    allowUnorderedMigrations: true,
  }).migrateToLatest();
  if (error === undefined) return writeReadingRights(kysely);
  if (error instanceof Error && error.message.startsWith("corrupted migrations")) {
    throw new StoreProblem("schema-newer", databaseOfNewerRelease, error);
  }
  if (codeOf(error) === "42501") throw rightsMissing(error);
  const failed = results?.find((result) => result.status === "Error")?.migrationName ?? "migrations";
  throw new Error(`${failed} failed`, { cause: error });
}

const provider: MigrationProvider = {
  getMigrations: async () =>
    Object.fromEntries(
      migrationNames().map((name): [string, Migration] => [
        name,
        { up: (db) => runFile(db, path.join(folder, `${name}.sql`)) },
      ]),
    ),
};

function migrationNames(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .map((file) => file.slice(0, -".sql".length))
    .sort();
}

const thereShape = z.object({ there: z.boolean() });
const nameShape = z.object({ name: z.string() });

/** Asked first, in two queries: with its locks and its looking at every table the migrator takes a fifth of a second of each start. */
async function isCurrent(kysely: Kysely<Schema>): Promise<boolean> {
  const { rows: tables } = await sql`SELECT to_regclass('kysely_migration') IS NOT NULL AS there`.execute(kysely);
  if (!thereShape.parse(tables[0]).there) return false;
  const { rows } = await sql`SELECT name FROM kysely_migration`.execute(kysely);
  const done = rows.map((row) => nameShape.parse(row).name);
  return done.sort().join() === migrationNames().join();
}

/** One statement a call, as distributed databases want it. */
async function runFile(kysely: Kysely<unknown>, file: string): Promise<void> {
  for (const statement of statementsOf(readFileSync(file, "utf8"))) await sql.raw(statement).execute(kysely);
}

/** A semicolon that ends a line before an empty line or the next statement, as none does inside the body of a function. */
const betweenStatements = /;\s*\n(?=\s*\n|ALTER |CREATE |GRANT |--)|;\s*$/u;

/** The statements of a migration, in order. */
export function statementsOf(text: string): string[] {
  return text.split(betweenStatements).filter((part) => part.replaceAll(/^--.*$/gmu, "").trim() !== "");
}

const neededShape = z.object({ needed: z.boolean() });

/**
 * Row-level security keeps any operator from running before the policy unless it is known to leak nothing, and array containment is not
 * marked so: the search columns' index would never be used (435 ms instead of 4 ms among 200,000 cases). It compares texts for equality,
 * which leaks nothing. Only a superuser may say so; for anybody else search stays correct and slower. Not part of a dump, hence at every start.
 */
async function letIndexesSearch(kysely: Kysely<Schema>): Promise<void> {
  const { rows } = await sql`SELECT NOT p.proleakproof AND r.rolsuper AS needed FROM pg_proc AS p, pg_roles AS r
    WHERE p.oid = 'arraycontains(anyarray,anyarray)'::regprocedure AND r.rolname = current_user`.execute(kysely);
  const { needed } = neededShape.parse(rows[0]);
  if (needed)
    await sql`ALTER FUNCTION pg_catalog.arraycontains(anyarray, anyarray) LEAKPROOF`
      .execute(kysely)
      .catch(ignoreAlreadyMade);
}

/** Roles belong to the whole server, so another database of it may have made this one. */
async function prepareRole(kysely: Kysely<Schema>): Promise<void> {
  try {
    const standing = await readStanding(kysely);
    if (!standing.there)
      await sql.raw(`CREATE ROLE ${applicationRole} NOLOGIN NOBYPASSRLS`).execute(kysely).catch(ignoreAlreadyMade);
    const { member, bypasses } = await readStanding(kysely);
    if (bypasses) throw rightsMissing(new Error(`${applicationRole} bypasses row-level security`));
    if (!member) await sql.raw(`GRANT ${applicationRole} TO CURRENT_USER`).execute(kysely);
  } catch (error) {
    throw codeOf(error) === "42501" ? rightsMissing(error) : error;
  }
}

const standingShape = z.object({ there: z.boolean(), member: z.boolean(), bypasses: z.boolean() });

async function readStanding(kysely: Kysely<Schema>): Promise<z.output<typeof standingShape>> {
  // On 16 and later a member may lack the right to become the role, hence SET there.
  const { rows } = await sql`
    SELECT r.oid IS NOT NULL AS there,
      coalesce((SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
        OR pg_has_role(current_user, r.oid, CASE WHEN current_setting('server_version_num')::integer >= 160000 THEN 'SET' ELSE 'MEMBER' END), false) AS member,
      coalesce(r.rolbypassrls OR r.rolsuper, false) AS bypasses
    FROM (SELECT 1) AS one LEFT JOIN pg_roles AS r ON r.rolname = ${applicationRole}`.execute(kysely);
  return standingShape.parse(rows[0]);
}

/** Another process that starts at the same moment made it: the role is there (42710, 23505), or its row was just changed (XX000). */
function ignoreAlreadyMade(error: unknown): void {
  const code = codeOf(error);
  if (code !== "42710" && code !== "23505" && code !== "XX000") throw error;
}

function rightsMissing(cause: unknown): StoreProblem {
  const commands = `CREATE ROLE ${applicationRole} NOLOGIN NOBYPASSRLS; GRANT ${applicationRole} TO <user>; GRANT CREATE ON SCHEMA public TO <user>;`;
  return new StoreProblem("rights-missing", databaseRightsMissing(commands), cause);
}
