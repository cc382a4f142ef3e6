// Generated worlds: an account with its person, relatives and delegations, and matters near and far from it, each world a jurisdiction of its own.
import fc from "fast-check";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { Actor } from "#casework/actor.ts";
import type { Outline } from "#casework/duties.ts";
import { administrators, rolesAgree, roles } from "#casework/roles.ts";
import type { Role } from "#casework/roles.ts";
import { caseStages, leadStages } from "#casework/stages.ts";
import { at } from "./people.ts";

export const today = "2026-07-31";
export const reader = "a1";

const accounts = [reader, "a2", "a3"] as const;
const persons = ["p1", "p2", "p3", "p4", "p5"] as const;
const organizations = ["o1", "o2"] as const;

export type World = {
  id: string;
  accounts: {
    id: string;
    roles: readonly Role[];
    personId: string | null;
    organizationId: string;
    disabled: boolean;
  }[];
  relatives: (readonly [string, string])[];
  delegations: {
    from: string;
    role: Role;
    days: readonly [string, string];
    approved: boolean | null;
    ended: boolean;
  }[];
  matters: (Outline & { id: string })[];
};

/** The same worlds for the same seed. */
export function worldsOf(count: number, seed: number): World[] {
  return fc.sample(world, { numRuns: count, seed }).map((one, index) => ({ ...one, id: `w${seed}-${index}` }));
}

const held = fc.uniqueArray(fc.constantFrom(...roles), { maxLength: 3 }).filter(rolesAgree);
const common = {
  registeredBy: fc.constantFrom(...accounts),
  personIds: fc.uniqueArray(fc.constantFrom(...persons), { maxLength: 2 }),
};
const outline: fc.Arbitrary<Outline> = fc.oneof(
  fc.record({
    ...common,
    kind: fc.constant("lead" as const),
    stage: fc.constantFrom(...leadStages),
    assignedTo: fc.constant([]),
    organizationIds: fc.constant([]),
    recused: fc.constant({ accountIds: [], personIds: [] }),
  }),
  fc.record({
    ...common,
    kind: fc.constant("case" as const),
    stage: fc.constantFrom(...caseStages),
    assignedTo: fc.uniqueArray(fc.constantFrom(...accounts), { maxLength: 2 }),
    organizationIds: fc.uniqueArray(fc.constantFrom(...organizations), { maxLength: 2 }),
    recused: fc.record({
      accountIds: fc.uniqueArray(fc.constantFrom(...accounts), { maxLength: 1 }),
      personIds: fc.uniqueArray(fc.constantFrom(...persons), { maxLength: 1 }),
    }),
  }),
);
const drawn = fc.record({
  accounts: fc
    .tuple(held, held, held, fc.boolean(), fc.constantFrom(...organizations), fc.boolean())
    .map(([own, second, third, cadre, organizationId, disabled]) => [
      { id: reader, roles: own, personId: cadre ? "p1" : null, organizationId, disabled: false },
      { id: "a2", roles: second, personId: "p2", organizationId: "o1", disabled },
      { id: "a3", roles: third, personId: null, organizationId: "o2", disabled: false },
    ]),
  relatives: fc.uniqueArray(
    fc.constantFrom(["p1", "p3"] as const, ["p4", "p1"] as const, ["p3", "p5"] as const, ["p2", "p4"] as const),
    { maxLength: 2 },
  ),
  delegations: fc.array(
    fc.record({
      from: fc.constantFrom("a2", "a3"),
      /** Which of the giver's own roles; beyond them one they do not hold. */
      nth: fc.integer({ min: 0, max: 3 }),
      days: fc.constantFrom(
        ["2026-07-01", "2026-07-30"] as const,
        ["2026-07-01", today] as const,
        [today, "2026-08-31"] as const,
        ["2026-08-01", "2026-08-31"] as const,
      ),
      approved: fc.constantFrom(true, true, true, false, null),
      ended: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
    }),
    { maxLength: 2 },
  ),
  matters: fc
    .array(outline, { minLength: 4, maxLength: 4 })
    .map((outlines) => outlines.map((one, index) => ({ ...one, id: `m${index}` }))),
});

const world: fc.Arbitrary<Omit<World, "id">> = drawn.map((one) => ({
  ...one,
  delegations: one.delegations.map(({ nth, ...delegation }) => {
    const giver = one.accounts.find(({ id }) => id === delegation.from);
    return { ...delegation, role: giver?.roles[nth] ?? "committee-secretary" };
  }),
}));

/** The statements that put these worlds into an empty database, as its owner. */
export function statementsOf(worlds: readonly World[]): RawBuilder<unknown>[] {
  const each = <T>(rows: (world: World) => readonly T[]) =>
    worlds.flatMap((one) => rows(one).map((row) => ({ ...row, world: one.id })));
  const own = each((one) => one.accounts);
  const matters = each((one) => one.matters);
  const persons_ = each(() => persons.map((id) => ({ id })));
  const kin = each((one) => one.relatives.map(([person, relative]) => ({ person, relative })));
  const delegated = each((one) => one.delegations.map((row, index) => ({ ...row, id: `d${index}` })));
  const named = matters.flatMap((row) => row.personIds.map((id) => ({ world: row.world, matter: row.id, id })));
  const units = matters.flatMap((row) => row.organizationIds.map((id) => ({ world: row.world, matter: row.id, id })));
  const recused = matters.flatMap((row) => [
    ...row.recused.accountIds.map((who) => ({ world: row.world, matter: row.id, kind: "account", who })),
    ...row.recused.personIds.map((who) => ({ world: row.world, matter: row.id, kind: "person", who })),
  ]);
  const places = each(() => organizations.map((id) => ({ id })));
  return [
    sql`INSERT INTO jurisdiction (id, name, prefix) SELECT id, id, '' FROM unnest(${worlds.map((one) => one.id)}::text[]) AS new (id)`,
    into(
      "organization",
      "jurisdiction_id, id, name, kind, managed_by",
      places,
      ["world", "id"],
      "id, 'government', 'zone'",
    ),
    into(
      "person",
      "jurisdiction_id, id, name, sex, party_member, organization_id, leading_post, managed_by, id_number_sealed, id_number_masked, id_number_fingerprint, search",
      persons_,
      ["world", "id"],
      "id, 'male', true, 'o1', true, 'zone', '', '', id, '{}'",
    ),
    sql`INSERT INTO account (jurisdiction_id, id, account, name, roles, organization_id, person_id, password, must_change_password, disabled)
      SELECT world, id, id, id, string_to_array(nullif(roles, ''), ','), organization_id, person_id, '$argon2id$', false, disabled
      FROM unnest(${own.map((row) => row.world)}::text[], ${own.map((row) => row.id)}::text[], ${own.map((row) => row.roles.join(","))}::text[],
        ${own.map((row) => row.organizationId)}::text[], ${own.map((row) => row.personId)}::text[], ${own.map((row) => row.disabled)}::boolean[])
        AS new (world, id, roles, organization_id, person_id, disabled) WHERE roles <> ''
      UNION ALL SELECT world, id, id, id, '{}', organization_id, person_id, '$argon2id$', false, disabled
      FROM unnest(${own.map((row) => row.world)}::text[], ${own.map((row) => row.id)}::text[], ${own.map((row) => row.roles.join(","))}::text[],
        ${own.map((row) => row.organizationId)}::text[], ${own.map((row) => row.personId)}::text[], ${own.map((row) => row.disabled)}::boolean[])
        AS new (world, id, roles, organization_id, person_id, disabled) WHERE roles = ''`,
    into(
      "person_relative",
      "jurisdiction_id, person_id, relative_id, relation, name",
      kin,
      ["world", "person", "relative"],
      "'近亲属', relative",
    ),
    sql`INSERT INTO delegation (jurisdiction_id, id, from_account, to_account, role, from_day, until_day, reason, asked_at, approved, decided_by, decided_at, ended_by, ended_at)
      SELECT world, id, given, ${reader}::text, role, from_day, until_day, '', ${at}::text, approved,
        CASE WHEN approved IS NOT NULL THEN 'other' END, CASE WHEN approved IS NOT NULL THEN ${at}::text END, CASE WHEN ended THEN 'other' END, CASE WHEN ended THEN ${at}::text END
      FROM unnest(${delegated.map((row) => row.world)}::text[], ${delegated.map((row) => row.id)}::text[], ${delegated.map((row) => row.from)}::text[], ${delegated.map((row) => row.role)}::text[],
        ${delegated.map((row) => row.days[0])}::date[], ${delegated.map((row) => row.days[1])}::date[], ${delegated.map((row) => row.approved)}::boolean[], ${delegated.map((row) => row.ended)}::boolean[])
        AS new (world, id, given, role, from_day, until_day, approved, ended)`,
    sql`INSERT INTO matter (jurisdiction_id, id, kind, number, year, ordinal, title, stage, version, registered_by, opened_on, updated_at, concerned, next_steps, actors_by_act, search_text, search, effected_by, assigned_to)
      SELECT world, id, kind, id, 2026, right(id, 1)::integer + 1, id, stage, 1, registered_by, '2026-01-01', ${at}::text, '{}', '{}', '{}', '', '{}', '{}',
        coalesce(string_to_array(nullif(assigned_to, ''), ','), '{}')
      FROM unnest(${matters.map((row) => row.world)}::text[], ${matters.map((row) => row.id)}::text[], ${matters.map((row) => row.kind)}::text[], ${matters.map((row) => row.stage)}::text[],
        ${matters.map((row) => row.registeredBy)}::text[], ${matters.map((row) => row.assignedTo.join(","))}::text[]) AS new (world, id, kind, stage, registered_by, assigned_to)`,
    into(
      "matter_event",
      "jurisdiction_id, matter_id, seq, at, act, actor_id, actor_name, type, body",
      matters,
      ["world", "id"],
      `1, '${at}', '', '', '', '', ''`,
    ),
    into(
      "matter_person",
      "jurisdiction_id, matter_id, person_id, party, open",
      named,
      ["world", "matter", "id"],
      "true, true",
    ),
    into("matter_organization", "jurisdiction_id, matter_id, organization_id", units, ["world", "matter", "id"]),
    into("matter_recused", "jurisdiction_id, matter_id, kind, who", recused, ["world", "matter", "kind", "who"]),
  ];
}

/** Text columns from the rows, then constants. */
function into<Row extends Record<string, unknown>>(
  table: string,
  columns: string,
  rows: readonly Row[],
  keys: readonly (keyof Row & string)[],
  constants?: string,
): RawBuilder<unknown> {
  const arrays = keys.map((key) => sql`${rows.map((row) => row[key])}::text[]`);
  const shown = sql.raw([...keys, ...(constants === undefined ? [] : [constants])].join(", "));
  return sql`INSERT INTO ${sql.table(table)} (${sql.raw(columns)}) SELECT ${shown} FROM unnest(${sql.join(arrays)}) AS new (${sql.raw(keys.join(", "))})`;
}

/** The reader as the application should come to know them: computed here from the world alone. */
export function actorIn(world: World): Actor {
  const [account] = world.accounts;
  if (account === undefined) throw new Error("a world without its reader");
  const { personId, organizationId } = account;
  const relativeIds = world.relatives
    .flatMap(([one, other]) => (one === personId ? [other] : other === personId ? [one] : []))
    .sort();
  const delegations = world.delegations.flatMap((one, index) => {
    const giver = world.accounts.find(({ id }) => id === one.from);
    const holds = giver !== undefined && !giver.disabled && giver.roles.includes(one.role);
    const theirs = { fromPersonId: giver?.personId ?? null, fromKinAccountIds: namelessBut(world, one.from) };
    const runs = one.approved === true && !one.ended && one.days[0] <= today && today <= one.days[1];
    return holds && runs && !account.roles.includes(one.role)
      ? [{ delegationId: `d${index}`, role: one.role, fromAccount: one.from, fromName: one.from, ...theirs }]
      : [];
  });
  const held_ = [...new Set([...account.roles, ...delegations.map(({ role }) => role)])];
  const kinAccountIds = namelessBut(world, reader);
  const self = { accountId: reader, name: reader, roles: held_, personId, organizationId };
  return { ...self, relativeIds, kinAccountIds, delegations };
}

/** Whose eyes count as this account's: nobody's relative here has an account, so only accounts of an office that name nobody. */
function namelessBut({ accounts: all }: World, accountId: string): string[] {
  const nameless = all.filter(({ id, personId }) => personId === null && id !== accountId);
  return nameless
    .filter(({ roles: held }) => held.length > 0 && !held.some((role) => administrators.includes(role)))
    .map(({ id }) => id)
    .sort();
}
