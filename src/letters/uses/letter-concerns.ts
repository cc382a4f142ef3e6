// What arises after a reply: noted in the transaction of every act, and by a check of all letters in force. The note is shown; people revoke.
import { canonicalJson } from "#audit/canonical.ts";
import type { Actor } from "#casework/actor.ts";
import { asSystem, inRetriedTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { addConcerns, letterPersonsAfter, letterPersonsInMatters } from "../rows/letter-concerns.ts";
import type { LetterPerson } from "../rows/letter-concerns.ts";
import { lawInForce } from "#law-admin/rows/law-state.ts";
import { mattersInvolving } from "#matters/rows/matters.ts";
import { personsById } from "#registry/rows/persons.ts";
import { noRecords, recordsOfPersons } from "#eligibility/rows/restrictions.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { clearanceAnswer } from "#clearance/uses/clearance-answer.ts";
import { digestOfAnswer } from "#clearance/uses/clearance-receipt.ts";
import { personsOfTheDay } from "#registry/uses/person-of-the-day.ts";
import { questionOf } from "#eligibility/rules/question.ts";
import { recordAdministration, recordLine } from "#kernel/uses/record.ts";
import { nowOf, todayOf } from "#kernel/time.ts";

/** Lines worked at a time. */
const stride = 500;

/** Called in the transaction of an act, as the system: notes lines of letters about persons of these matters that would be answered otherwise now. */
export async function noteConcerns(app: App, machine: Transaction, matterIds: readonly string[]): Promise<void> {
  const lines = await letterPersonsInMatters(machine, matterIds, todayOf(app));
  if (lines.length === 0) return;
  await addConcerns(machine, await changedIn(app, machine, lines), { by: "act", at: nowOf(app) });
}

/** Checks all letters in force again, since law or registry may have changed. `actor` null: the system itself. Answers with the lines checked and the notes added. */
export async function checkLetters(app: App, actor: Actor | null): Promise<{ lines: number; found: number }> {
  const scope = scopeOf(app, actor?.accountId ?? null);
  const counted = { lines: 0, found: 0 };
  for (let after = { letterId: "", line: 0 }; ;) {
    const from = after;
    const page = await inRetriedTransaction(app.database, scope, (trx) =>
      asSystem(trx, async (machine) => {
        const lines = await letterPersonsAfter(machine, from, todayOf(app), stride);
        const found = await addConcerns(machine, await changedIn(app, machine, lines), {
          by: "check",
          at: nowOf(app),
        });
        return { lines, found };
      }),
    );
    counted.lines += page.lines.length;
    counted.found += page.found;
    const last = page.lines.at(-1);
    if (last === undefined || page.lines.length < stride) break;
    after = last;
  }
  await inRetriedTransaction(app.database, scope, async (trx) => {
    if (actor === null) await recordAdministration(app, trx, null, "check-letters", counted);
    else await recordLine(app, trx, actor, { kind: "act", what: "check-letters", outcome: "done", body: counted });
  });
  return counted;
}

/** The lines that would be answered otherwise now, with the digest of that answer. */
export async function changedIn(
  app: App,
  machine: Transaction,
  lines: readonly LetterPerson[],
): Promise<{ letterId: string; line: number; digest: string }[]> {
  const ids = [...new Set(lines.map(({ personId }) => personId))];
  const law = await lawInForce(machine, app.law);
  const persons = await personsById(machine, ids);
  const records = await recordsOfPersons(machine, ids);
  const touching = await mattersInvolving(machine, ids);
  const ofTheDay = await personsOfTheDay(app, machine, law, lines);
  return lines.flatMap(({ letterId, line, personId, digest, toLevel, ...question }) => {
    const person = persons.get(personId);
    if (person === undefined) return [];
    const open = (touching.get(personId) ?? []).filter((one) => one.open).length;
    const recorded = records.get(personId) ?? noRecords();
    const answer = clearanceAnswer(law, ofTheDay(person, question), recorded, open, questionOf(law, question, toLevel));
    const now = digestOfAnswer(personId, canonicalJson(answer));
    return now === digest ? [] : [{ letterId, line, digest: now }];
  });
}
