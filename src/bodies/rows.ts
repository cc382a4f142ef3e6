// Leading bodies: which of their members were held accountable, and the events of what was done about a body.
import { sql } from "kysely";
import { z } from "zod";
import { canonicalJson } from "#audit/canonical.ts";
import type { Actor } from "#casework/actor.ts";
import { bodyActIds } from "./rules/body-names.ts";
import { areSeveral, countedIn, replayBody } from "./rules/body.ts";
import type { BodyEvent, HeldMember, RecordedOfBody } from "./rules/body.ts";
import type { Matter } from "#casework/replay.ts";
import type { Law } from "#law/compile/law.ts";
import { bodyReform } from "#law/procedure/measures.ts";
import { digestOf } from "#log/rows/audit.ts";
import type { Transaction } from "#database/database.ts";
import { asSystem } from "#database/database.ts";
import type { Row } from "#matters/rows/derived-rows.ts";
import { replaceRows } from "#matters/rows/derived-rows.ts";
import { lookUpOf } from "#database/look-up.ts";
import { notifyOfBody } from "#notifications/rows/notifications.ts";
import { cut, keyDay, readKey } from "#database/page.ts";
import type { Page, Paged } from "#database/page.ts";
import { readableMatters } from "#matters/rows/reading.ts";
import { rowsOf, run } from "#database/rows.ts";

/** The members of leading bodies whom a matter holds accountable as it stands, and bodies that it reforms, in the order of their key. */
export function memberRowsOf(law: Law, matter: Matter | null): Row[] {
  if (matter?.kind !== "case") return [];
  const reforms = new Set(bodyReform(law).measures.map(({ id }) => id));
  return matter.subjects
    .flatMap(({ subject, outcome, decided }) => {
      if (outcome?.type !== "accountable" || decided === null) return [];
      const member = subject.kind === "person" && subject.inScope;
      const reformed = subject.kind === "leading-body" && outcome.measures.some((one) => reforms.has(one));
      if (!member && !reformed) return [];
      return [
        {
          matter_id: matter.id,
          subject_id: subject.id,
          organization_id: subject.organizationId,
          person_id: member ? subject.registryId : null,
          person_name: subject.name,
          case_number: matter.number,
          decided_on: decided.on,
          measures: outcome.measures.join(),
        },
      ];
    })
    .sort((a, b) => (a.subject_id < b.subject_id ? -1 : 1));
}

/** Writes them where they changed, and tells of a body of which several members have now been held accountable. As the machine. */
export async function writeMembers(
  trx: Transaction,
  law: Law,
  [before, after]: readonly [Matter | null, Matter],
  of: { at: string; actorId: string; actorName: string },
): Promise<void> {
  const [was, is] = [memberRowsOf(law, before), memberRowsOf(law, after)];
  if (JSON.stringify(was) === JSON.stringify(is)) return;
  const touched = [...new Set(is.map((row) => String(row["organization_id"])))];
  const day = Temporal.Instant.from(of.at).toZonedDateTimeISO("Asia/Shanghai").toPlainDate().toString();
  const severalNow = async () => {
    const counts = new Map<string, number>();
    for (const organizationId of touched) {
      const body = replayBody(await bodyHistory(trx, organizationId));
      counts.set(organizationId, countedIn(body, await heldIn(trx, organizationId)).length);
    }
    return counts;
  };
  const earlier = await severalNow();
  await replaceRows(trx, "member_held", [after.id], is);
  for (const [organizationId, count] of await severalNow())
    if (count > (earlier.get(organizationId) ?? 0) && areSeveral(law, count, day))
      await notifyOfBody(trx, organizationId, { key: `${after.id} ${after.version}`, ...of });
}

const heldShape = z.object({
  organizationId: z.string(),
  personId: z.string().nullable(),
  name: z.string(),
  matterId: z.string(),
  caseNumber: z.string(),
  decidedOn: z.string(),
  measures: z.string().transform((text) => (text === "" ? [] : text.split(","))),
});
const heldColumns = sql`h.organization_id AS "organizationId", h.person_id AS "personId", h.person_name AS name, h.matter_id AS "matterId",
  h.case_number AS "caseNumber", h.decided_on AS "decidedOn", h.measures`;

/** All members of one body who were held accountable, the earliest decision first. */
async function heldIn(trx: Transaction, organizationId: string): Promise<HeldMember[]> {
  return rowsOf(
    trx,
    heldShape,
    sql`SELECT ${heldColumns} FROM member_held AS h
      WHERE h.jurisdiction_id = ${trx.jurisdictionId} AND h.organization_id = ${organizationId} ORDER BY h.decided_on, h.matter_id, h.subject_id`,
  );
}

const shownShape = heldShape.extend({ shown: z.boolean() });

/**
 * The members held accountable, where the actor may read every one of the cases; null otherwise, and where there is nothing to read at
 * all: of a body one is told all or nothing.
 */
export async function heldFor(
  trx: Transaction,
  actor: Actor,
  organizationIds: readonly string[],
): Promise<Map<string, HeldMember[]>> {
  const reach = readableMatters(actor, "case", trx.jurisdictionId) ?? sql`false`;
  // As the machine: what is hidden must be seen here to keep the whole body hidden.
  const rows = await asSystem(trx, (machine) =>
    rowsOf(
      machine,
      shownShape,
      sql`SELECT ${heldColumns}, (${reach}) AS shown FROM member_held AS h
        JOIN matter AS m ON m.jurisdiction_id = h.jurisdiction_id AND m.id = h.matter_id
        WHERE h.jurisdiction_id = ${trx.jurisdictionId} AND h.organization_id = ANY(${[...organizationIds]}::text[])
        ORDER BY h.decided_on, h.matter_id, h.subject_id`,
    ),
  );
  const bodies = Map.groupBy(rows, ({ organizationId }) => organizationId);
  const shown = [...bodies].filter(([, held]) => held.every((one) => one.shown));
  return new Map(
    shown.map(([id, held]) => [id, held.map(({ shown: _shown, organizationId: _id, ...member }) => member)]),
  );
}

/** The ids of all of them: as many as there are leading bodies in a district with something on record, at most. */
export async function allBodies(trx: Transaction): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page: Paged<{ id: string }> = await listBodies(trx, { after, limit: 500 });
    ids.push(...page.rows.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  return ids;
}

const byLatest = z.tuple([keyDay, z.string()]);
const bodyShape = z.object({ id: z.string(), latest: z.string() });

/** Bodies of which two members or more were ever held accountable, or about which something was done; the latest decision on a member first. */
export async function listBodies(trx: Transaction, { after, limit }: Page): Promise<Paged<{ id: string }>> {
  const key = readKey(after, byLatest);
  const rows = await asSystem(trx, (machine) =>
    rowsOf(
      machine,
      bodyShape,
      sql`SELECT id, latest FROM (
          SELECT h.organization_id AS id, max(h.decided_on) AS latest FROM member_held AS h
          WHERE h.jurisdiction_id = ${trx.jurisdictionId} GROUP BY h.organization_id
          HAVING count(DISTINCT h.person_id) > 1 OR EXISTS (
            SELECT FROM body_event AS e WHERE e.jurisdiction_id = ${trx.jurisdictionId} AND e.organization_id = h.organization_id)
        ) AS found WHERE ${key === null ? sql`true` : sql`(latest, id) < (${key[0]}::date, ${key[1]}::text)`}
        ORDER BY latest DESC, id DESC LIMIT ${limit + 1}`,
    ),
  );
  return cut(rows, limit, (row) => [row.latest, row.id]);
}

const eventShape = z.object({
  organizationId: z.string(),
  seq: z.int(),
  at: z.string(),
  act: z.enum(bodyActIds),
  actorId: z.string(),
  actorName: z.string(),
  behalfId: z.string().nullable(),
  behalfName: z.string().nullable(),
  body: z.string(),
});

export async function bodyHistory(trx: Transaction, organizationId: string): Promise<RecordedOfBody[]> {
  return (await bodyHistories(trx, [organizationId])).get(organizationId) ?? [];
}

/** Events of several bodies, each in order. */
export async function bodyHistories(
  trx: Transaction,
  organizationIds: readonly string[],
): Promise<Map<string, RecordedOfBody[]>> {
  const rows = await rowsOf(
    trx,
    eventShape,
    sql`SELECT organization_id AS "organizationId", seq, at, act, actor_id AS "actorId", actor_name AS "actorName",
        behalf_id AS "behalfId", behalf_name AS "behalfName", body
      FROM body_event WHERE jurisdiction_id = ${trx.jurisdictionId} AND organization_id = ANY(${[...organizationIds]}::text[])
      ORDER BY organization_id, seq`,
  );
  const told = rows.map(({ organizationId, body, behalfId, behalfName, ...rest }) => ({
    organizationId,
    recorded: {
      ...rest,
      ...(behalfId === null ? {} : { onBehalfOf: { accountId: behalfId, name: behalfName ?? "" } }),
      event: JSON.parse(body) as BodyEvent, // append-only, and written only by addBodyEvent from an act's own event
    },
  }));
  const grouped = Map.groupBy(told, ({ organizationId }) => organizationId);
  return new Map([...grouped].map(([id, all]) => [id, all.map(({ recorded }) => recorded)]));
}

/** Null when the place in the history is taken: somebody was quicker. Otherwise the digest, for the log. */
export async function addBodyEvent(
  trx: Transaction,
  organizationId: string,
  { event, ...recorded }: RecordedOfBody,
  notBy: readonly string[],
): Promise<((algorithm: Parameters<typeof digestOf>[0]) => string) | null> {
  const { seq, at, act, actorId, actorName, onBehalfOf } = recorded;
  const body = canonicalJson(event);
  const added = await run(
    trx,
    sql`INSERT INTO body_event (jurisdiction_id, organization_id, seq, at, act, actor_id, actor_name, behalf_id, behalf_name, not_by, body, persons,
        not_by_persons)
      VALUES (${trx.jurisdictionId}, ${organizationId}, ${seq}, ${at}, ${act}, ${actorId}, ${actorName}, ${onBehalfOf?.accountId ?? null},
        ${onBehalfOf?.name ?? null}, ${[...notBy]}::text[], ${body}, wenze_persons_of(${[actorId, ...(onBehalfOf === undefined ? [] : [onBehalfOf.accountId])]}::text[]),
        wenze_persons_of(${[...notBy]}::text[])) ON CONFLICT DO NOTHING`,
  );
  return added === 1
    ? (algorithm) => digestOf(algorithm, { ...recorded, matterId: `body:${organizationId}`, type: event.type, body })
    : null;
}

const memberShape = z.object({ id: z.string(), name: z.string() });

/** Whoever sits in the body now, by id. */
export async function membersOf(trx: Transaction, organizationId: string): Promise<Record<string, string>> {
  const rows = await rowsOf(
    trx,
    memberShape,
    sql`SELECT id, name FROM person WHERE jurisdiction_id = ${trx.jurisdictionId} AND organization_id = ${organizationId} AND leading_post ORDER BY id`,
  );
  return lookUpOf(rows.map(({ id, name }) => [id, name]));
}
