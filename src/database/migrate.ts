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
import { readingRightsDiffer, writeReadingRights } from "./reading-rights.ts";
import {
  databaseNotBegun,
  databaseOfNewerRelease,
  databaseOfOlderRelease,
  databaseRightsMissing,
  loginTooStrong,
} from "./words.ts";

/** The application's role: owns nothing, cannot log in, is bound by row-level security. */
export const applicationRole = "wenze_app";

const folder = path.join(import.meta.dirname, "migrations");

/** As the owner of the tables. Throws StoreProblem when rights are missing or the schema is from a newer release. */
export async function migrate(kysely: Kysely<Schema>): Promise<void> {
  await migrateThrough(kysely, migrationNames());
  await writeReadingRights(kysely);
}

/** The same as far as these migrations go, which an earlier release had; where the schema is further on, it is left as it is. */
export async function migrateThrough(kysely: Kysely<Schema>, names: readonly string[]): Promise<void> {
  await prepareRole(kysely);
  await letIndexesSearch(kysely);
  const done = (await hasSchema(kysely)) ? await migrationsDone(kysely) : [];
  if (names.every((name) => done.includes(name)) && done.every((name) => migrationNames().includes(name))) return;
  // Two releases may each have brought a file of their own before they came together; none rests on another of its day.
  const { error, results } = await new Migrator({
    db: kysely,
    provider: providerOf(names),
    allowUnorderedMigrations: true,
  }).migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && error.message.startsWith("corrupted migrations"))
    throw new StoreProblem("schema-newer", databaseOfNewerRelease, error);
  if (codeOf(error) === "42501") throw rightsMissing(error);
  const failed = results?.find((result) => result.status === "Error")?.migrationName ?? "migrations";
  throw new Error(`${failed} failed`, { cause: error });
}

/** As whoever serves and owns nothing. Throws StoreProblem unless the schema is that of this release and the login has its rights. */
export async function refuseUnready(kysely: Kysely<Schema>): Promise<void> {
  if (!(await hasSchema(kysely))) throw new StoreProblem("not-begun", databaseNotBegun);
  const standing = await standingOf(kysely);
  if (standing === "newer") throw new StoreProblem("schema-newer", databaseOfNewerRelease);
  if (standing === "older") throw new StoreProblem("schema-older", databaseOfOlderRelease);
  if (!(await readStanding(kysely)).member) throw rightsMissing(new Error(`no member of ${applicationRole}`));
  if (await readingRightsDiffer(kysely)) throw new StoreProblem("schema-older", databaseOfOlderRelease);
}

const strengthShape = z.object({ user: z.string(), strong: z.boolean() });

/** What the server may not be: a superuser, or the owner of a table, whom no grant and no policy binds. Throws StoreProblem. */
export async function refuseOwner(kysely: Kysely<Schema>): Promise<void> {
  const { rows } = await sql`SELECT r.rolname AS user, r.rolsuper OR r.rolbypassrls OR EXISTS (
      SELECT FROM pg_class AS c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND pg_has_role(r.oid, c.relowner, 'MEMBER')
    ) AS strong FROM pg_roles AS r WHERE r.rolname = current_user`.execute(kysely);
  const { user, strong } = strengthShape.parse(rows[0]);
  if (strong)
    throw new StoreProblem(
      "rights-missing",
      loginTooStrong(user, `CREATE ROLE wenze_server LOGIN PASSWORD '…'; GRANT ${applicationRole} TO wenze_server;`),
    );
}

function providerOf(names: readonly string[]): MigrationProvider {
  const fileOf = (name: string) => path.join(folder, `${name}.sql`);
  const migrationOf = (name: string): [string, Migration] => [name, { up: (db) => runFile(db, fileOf(name)) }];
  return { getMigrations: async () => Object.fromEntries(names.map(migrationOf)) };
}

/** The migrations of this release, in order. */
export function migrationNames(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .map((file) => file.slice(0, -".sql".length))
    .sort();
}

const thereShape = z.object({ there: z.boolean() });
const nameShape = z.object({ name: z.string() });

async function standingOf(kysely: Kysely<Schema>): Promise<"older" | "current" | "newer"> {
  const wanted = migrationNames();
  const done = await migrationsDone(kysely);
  if (done.some((name) => !wanted.includes(name))) return "newer";
  return done.length === wanted.length ? "current" : "older";
}

async function hasSchema(kysely: Kysely<Schema>): Promise<boolean> {
  const { rows } = await sql`SELECT to_regclass('kysely_migration') IS NOT NULL AS there`.execute(kysely);
  return thereShape.parse(rows[0]).there;
}

/**
 * Asked first, in two queries: with its locks and its looking at every table the migrator takes a fifth of a second of each start. Of a
 * database of before, whose owner has not told others of it, nothing is known: it is older.
 */
export async function migrationsDone(kysely: Kysely<Schema>): Promise<string[]> {
  try {
    const { rows } = await sql`SELECT name FROM kysely_migration ORDER BY name`.execute(kysely);
    return rows.map((row) => nameShape.parse(row).name);
  } catch (error) {
    if (codeOf(error) === "42501") return [];
    throw error;
  }
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
  const commands = `CREATE ROLE ${applicationRole} NOLOGIN NOBYPASSRLS; GRANT ${applicationRole} TO <user>; GRANT CREATE ON SCHEMA public TO <owner>;`;
  return new StoreProblem("rights-missing", databaseRightsMissing(commands), cause);
}
