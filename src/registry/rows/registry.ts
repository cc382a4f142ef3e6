// What an act asks for, looked up before it is decided: the registry that casework decides with.
import { sql } from "kysely";
import { z } from "zod";
import type { LookUps, Registry } from "#casework/act.ts";
import { kinOf } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { filesOf } from "#casework/finding/evidence.ts";
import type { Matter } from "#casework/replay.ts";
import { leadStages } from "#casework/stages.ts";
import { accountsNamed } from "#accounts/rows/accounts.ts";
import type { Transaction } from "#database/database.ts";
import { findEvidence } from "#matters/rows/evidence.ts";
import { mergedRecords, survivorsOf } from "./families.ts";
import { lookUpOf } from "#database/look-up.ts";
import { knownHistories } from "#law-admin/rows/history.ts";
import { countOpenMatters } from "#matters/rows/matters.ts";
import { otherCasesFor } from "#matters/rows/other-cases.ts";
import { findOrganizations } from "./organizations.ts";
import { findPersons } from "./persons.ts";
import { levelsHeld } from "./registered-entries.ts";
import { pastDecisionsFor } from "#matters/rows/past-decisions.ts";
import { noRecords, recordsOfPersons } from "#eligibility/rows/restrictions.ts";
import { readableMatters } from "#matters/rows/reading.ts";
import { rowsOf } from "#database/rows.ts";
import { involvedAmong } from "#matters/rows/involved.ts";

/** Ids and files that do not exist are left out; leads that the actor may not read too, and files of others that `matter`, as the actor sees it, does not have. Leads are held until the transaction ends. */
export async function registryFor(
  trx: Transaction,
  actor: Actor,
  lookUps: Partial<LookUps>,
  matter: Matter | null,
): Promise<Registry> {
  const matterId = matter?.id ?? null;
  const persons = await findPersons(trx, lookUps.persons ?? []);
  const organizations = await findOrganizations(trx, lookUps.organizations ?? []);
  const leads = await leadsFor(trx, actor, lookUps.leads ?? []);
  const accounts = await accountsFor(trx, lookUps.accounts ?? [], matterId);
  const files = await findEvidence(
    trx,
    (lookUps.files ?? []).map((file) => file.sha256),
    actor.accountId,
    matter?.kind === "case" ? filesOf(matter).map(({ sha256 }) => sha256) : [],
  );
  const otherCases = await otherCasesFor(trx, actor, lookUps.otherCases ?? [], matterId);
  return {
    otherCases,
    past: await pastDecisionsFor(trx, actor, lookUps.past ?? [], matterId),
    records: await recordsFor(trx, lookUps.records ?? []),
    files: lookUpOf(files.map(({ sha256, size }) => [sha256, { size }])),
    persons: lookUpOf(
      persons.map(
        ({ id, name, organizationId, organizationName, post, level, leadingPost, managedBy, partyMember }) => [
          id,
          { id, name, organizationId, organizationName, post, level, leadingPost, managedBy, partyMember },
        ],
      ),
    ),
    organizations: lookUpOf(organizations.map(({ id, name, kind, managedBy }) => [id, { id, name, kind, managedBy }])),
    leads: lookUpOf(leads.map((lead) => [lead.id, lead])),
    accounts,
  };
}

/** Those that exist, each with whether the matter touches its person or their relatives. */
export async function accountsFor(
  trx: Transaction,
  ids: readonly string[],
  matterId: string | null,
): Promise<Registry["accounts"]> {
  const accounts = await accountsNamed(trx, ids);
  const kin = accounts.flatMap(kinOf);
  const involved = matterId === null || kin.length === 0 ? new Set<string>() : await involvedAmong(trx, matterId, kin);
  return lookUpOf(
    accounts.map((account) => [
      account.accountId,
      { ...account, isInvolved: kinOf(account).some((id) => involved.has(id)) },
    ]),
  );
}

/** Of a record merged into another all that is of both; persons who are not in the registry are left out. */
async function recordsFor(trx: Transaction, personIds: readonly string[]): Promise<Registry["records"]> {
  if (personIds.length === 0) return lookUpOf([]);
  const merged = await mergedRecords(trx);
  const roots = survivorsOf(merged, personIds);
  const recorded = await recordsOfPersons(trx, roots);
  const open = await countOpenMatters(trx, roots);
  const historyOf = await knownHistories(trx, roots, merged);
  const held = await levelsHeld(trx, roots);
  const persons = new Map((await findPersons(trx, roots)).map((person) => [person.id, person]));
  return lookUpOf(
    personIds.flatMap((id) => {
      const root = merged.get(id) ?? id;
      const person = persons.get(root);
      if (person === undefined) return [];
      const { measures, sanctions, consents } = recorded.get(root) ?? noRecords();
      return [
        [
          id,
          {
            partyMember: person.partyMember,
            levels: { registered: person.level, held: held.get(root) ?? [] },
            measures,
            sanctions,
            consents,
            openMatters: open.get(root) ?? 0,
            history: historyOf(root),
          },
        ],
      ];
    }),
  );
}

const leadShape = z.object({ id: z.string(), stage: z.enum(leadStages), number: z.string() });

async function leadsFor(trx: Transaction, actor: Actor, ids: readonly string[]): Promise<z.output<typeof leadShape>[]> {
  const reach = readableMatters(actor, "lead", trx.jurisdictionId);
  if (ids.length === 0 || reach === null) return [];
  return rowsOf(
    trx,
    leadShape,
    sql`SELECT m.id, m.stage, m.number FROM matter AS m
      WHERE m.jurisdiction_id = ${trx.jurisdictionId} AND m.kind = 'lead' AND m.id = ANY(${[...ids]}::text[]) AND ${reach}
      ORDER BY m.id FOR UPDATE OF m`,
  );
}
