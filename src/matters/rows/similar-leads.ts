// Leads that may be on the same matter: on the same person, in much the same words, or on the same unit. Only those the actor may read.
import { sql } from "kysely";
import { similarLead } from "../contract/matters.ts";
import type { SimilarLead } from "../contract/matters.ts";
import type { Actor } from "#casework/actor.ts";
import { readingOfKind } from "#casework/reading/readings.ts";
import type { Transaction } from "#database/database.ts";
import { readableMatters } from "./reading.ts";
import { rowsOf } from "#database/rows.ts";
import { gramsOf } from "#database/search.ts";

/** How many of the latest leads are compared, and how many are shown at most. */
const leadsCompared = 2000;
const maxRows = 10;
/** The share of the text's pairs of characters that must occur in the other text too. */
const minShare = 0.4;

/** At most `maxRows`: the same person first, then similar text, then the same unit; in each the latest first. */
export async function similarLeads(
  trx: Transaction,
  actor: Actor,
  asked: { summary: string; persons: readonly string[]; names: readonly string[]; units: readonly string[] },
): Promise<SimilarLead[]> {
  const reach = readableMatters(actor, "lead", trx.jurisdictionId);
  // Whoever only handed leads in is told nothing of what became of them, and so not what they have in common with another.
  if (reach === null || readingOfKind(actor, "lead") !== "group") return [];
  const pairs = gramsOf([...asked.summary].slice(0, 60).join("")).filter((gram) => [...gram].length === 2);
  const units = asked.units.map((unit) => unit.trim().toLowerCase()).filter((unit) => unit.length >= 2);
  return rowsOf(
    trx,
    similarLead,
    sql`WITH recent AS (
        SELECT m.* FROM matter AS m WHERE m.jurisdiction_id = ${trx.jurisdictionId} AND m.kind = 'lead' AND ${reach}
        ORDER BY m.opened_on DESC, m.id DESC LIMIT ${leadsCompared}
      ), told AS (
        SELECT r.*, CASE
          WHEN r.concerned && ${[...asked.names]}::text[] OR EXISTS (
            SELECT FROM matter_person AS p
            WHERE p.jurisdiction_id = ${trx.jurisdictionId} AND p.matter_id = r.id AND p.person_id = ANY(${[...asked.persons]}::text[])) THEN 'same-person'
          WHEN ${pairs.length >= 4} AND (
            SELECT count(*) FROM unnest(r.search) AS g WHERE char_length(g) = 2 AND g = ANY(${pairs}::text[])) >= ${Math.ceil(pairs.length * minShare)} THEN 'similar-text'
          WHEN EXISTS (SELECT FROM unnest(${units}::text[]) AS u WHERE strpos(r.search_text, u) > 0) THEN 'same-unit'
        END AS alike
        FROM recent AS r
      )
      SELECT id AS "matterId", number, title, stage, opened_on AS "openedOn", concerned, alike FROM told WHERE alike IS NOT NULL
      ORDER BY array_position(ARRAY['same-person', 'similar-text', 'same-unit'], alike), opened_on DESC, id DESC LIMIT ${maxRows}`,
  );
}
