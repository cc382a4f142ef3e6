// What a district answers of everybody in it, for every purpose and on several days: the answer, until when, and on what it rests.
import { sql } from "kysely";
import { z } from "zod";
import { inTransaction } from "#database/database.ts";
import { rowsOf } from "#database/rows.ts";
import { askEligibility } from "#eligibility/uses/eligibility.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { actorOf } from "../database/people.ts";

const days = ["2019-12-01", "2024-12-31", "2025-06-01", "2026-03-01", "2026-07-31", "2027-02-28"];
const asker = actorOf("account-personnel-officer", ["personnel-officer"]);

/** One text for each person, purpose and day, in a fixed order. */
export async function answersOf(app: App): Promise<string[]> {
  const persons = await inTransaction(app.database, scopeOf(app, null), (trx) =>
    rowsOf(trx, z.object({ id: z.string(), name: z.string() }), sql`SELECT id, name FROM person ORDER BY id`),
  );
  const names = persons.map(({ id, name }) => ({ name, unit: "", idNumber: "", personId: id, toLevel: null }));
  const answers: string[] = [];
  for (const { id: purpose, asked } of app.law.vocabulary.purposes)
    for (const day of days) {
      const year = asked === "for-year" ? Number(day.slice(0, 4)) : null;
      const question = { purpose, date: asked === "on-date" ? day : null, year, names };
      const reply = await askEligibility(app, asker, question, "sensitive-read");
      if (reply.type !== "done") throw new Error(`${purpose} ${day}: ${JSON.stringify(reply)}`);
      for (const line of reply.answer.lines)
        answers.push(
          line.match === "one"
            ? [
                line.person.personId,
                purpose,
                day,
                line.answer,
                line.until,
                ...layersOf(line.layers),
                citationsOf(line.citations),
              ].join(" ")
            : [line.name, purpose, day, line.match].join(" "),
        );
    }
  return answers;
}

type Layer = { answer: string; until: string | null };

function layersOf({ regulation, upper }: { regulation: Layer; upper: Layer }): (string | null)[] {
  return [regulation.answer, regulation.until, upper.answer, upper.until];
}

function citationsOf(citations: readonly { pack: string; at: string }[]): string {
  return citations.map(({ pack, at }) => `${pack}:${at}`).join(",");
}
