// The explanation of one answer: asked for apart from the answer, logged like the question itself.
import type { EndpointInput } from "#kernel/contract/meta.ts";
import { citationOf } from "#law/text/cite.ts";
import { isKin } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { shownReasons } from "../rules/what-to-do.ts";
import type { eligibility, EligibilityExplanation } from "../contract/eligibility.ts";
import { formatDay } from "#law/reckon/days.ts";
import { explainAnswer } from "#law/explain/explanation.ts";
import type { Explanation } from "#law/explain/explanation.ts";
import type { Law } from "#law/compile/law.ts";
import { asSystem } from "#database/database.ts";
import { lawInForce } from "#law-admin/rows/law-state.ts";
import { countOpenMatters } from "#matters/rows/matters.ts";
import { findPersons } from "#registry/rows/persons.ts";
import type { Person } from "#registry/rows/persons.ts";
import { noRecords, recordsOfPersons } from "../rows/restrictions.ts";
import { inOneTransaction } from "#kernel/administer.ts";
import { notFound } from "#kernel/answer.ts";
import type { Answer, Unfit } from "#kernel/answer.ts";
import type { App } from "#kernel/app.ts";
import { factsOf, questionOf } from "../rules/question.ts";
import { faultsOfQuestion, refusalOfOwnPerson } from "./eligibility.ts";
import { personsOfTheDay } from "#registry/uses/person-of-the-day.ts";
import { deferred } from "./words.ts";
import { recordLine } from "#kernel/uses/record.ts";

export type AskedWhy = EndpointInput<typeof eligibility.explain>;

/**
 * Refused when the actor asks about themselves. While an open matter decides the answer, the explanation says that it waits and nothing else.
 */
export async function explainEligibility(
  app: App,
  actor: Actor,
  asked: AskedWhy,
): Promise<Answer<EligibilityExplanation> | Unfit> {
  const names = [{ name: "", unit: "", idNumber: "", personId: asked.personId, toLevel: asked.toLevel }];
  const faults = faultsOfQuestion(app, { ...asked, names }, "");
  if (faults.length > 0) return { type: "unfit", issues: faults };
  return inOneTransaction(app, actor, { what: "explain-eligibility" }, async (trx) => {
    const { purpose, date, year, personId, toLevel } = asked;
    const [person] = await findPersons(trx, [personId]);
    if (person === undefined) return notFound;
    if (isKin(actor, person.id)) return { type: "refused", refusals: [refusalOfOwnPerson(app, "personId")] };
    const records = (await recordsOfPersons(trx, [personId])).get(personId);
    // Also of matters that the asker may not read: the answer "pending" says no more than that.
    const open = (await asSystem(trx, (machine) => countOpenMatters(machine, [personId]))).get(personId) ?? 0;
    const law = await lawInForce(trx, app.law);
    const ofTheDay = await personsOfTheDay(app, trx, law, [{ personId, date, year }]);
    const facts = factsOf(ofTheDay(person, { date, year }), records ?? noRecords(), open);
    const question = questionOf(law, asked, toLevel);
    await recordLine(app, trx, actor, {
      kind: "sensitive-read",
      what: "explain-eligibility",
      outcome: "done",
      body: { purpose, date, year, toLevel, personId },
    });
    const explained = explainAnswer(law, facts, question);
    if (explained.verdict.answer === "pending") return { type: "done", answer: waiting(person) };
    // An open matter that does not change the answer shows only as the word.
    const shown = open > 0 ? explainAnswer(law, { ...facts, openMatters: 0 }, question) : explained;
    const { notes, ...view } = viewOf(law, person, shown);
    return { type: "done", answer: { ...view, notes: open > 0 ? [...notes, deferred] : notes } };
  });
}

function waiting({ name, organizationName }: Person): EligibilityExplanation {
  return {
    person: { name, organizationName },
    answer: "pending",
    until: null,
    sentences: [deferred],
    reasons: [],
    notes: [],
    arithmetic: [],
    readings: [],
    earliest: null,
    changes: [],
  };
}

function viewOf(law: Law, { name, organizationName }: Person, explained: Explanation): EligibilityExplanation {
  const { answer, arithmetic, readings, counterfactual } = explained;
  const { purposes } = law.vocabulary;
  return {
    person: { name, organizationName },
    answer: answer.answer,
    until: answer.until === null ? null : formatDay(answer.until),
    sentences: answer.sentences,
    reasons: shownReasons(answer.answer, answer.reasons),
    notes: answer.notes,
    arithmetic: arithmetic.map(({ layer, cites, bars, sentence }) => ({
      layer,
      cite: clauseOf(law, cites),
      // The counting names what is barred as it stands in Chinese.
      bars: purposes.find((purpose) => purpose.name.zh === bars)?.name ?? { zh: bars, en: bars },
      sentence,
    })),
    readings: readings.map(({ name: reading, question, cites, value, alternatives }) => ({
      name: reading,
      question,
      cite: clauseOf(law, cites),
      inForce: meaningOf(law, reading, value),
      alternatives: alternatives.map(({ option, meaning, answer: other, until, changes }) => ({
        option,
        meaning,
        answer: other,
        until: until === null ? null : formatDay(until),
        changes,
      })),
    })),
    earliest: counterfactual.earliest,
    changes: counterfactual.sentences,
  };
}

function meaningOf(law: Law, name: string, option: string): { zh: string; en: string } {
  const setting = law.regulation.settings.find((one) => one.name === name);
  return setting?.options[option] ?? { zh: option, en: option };
}

/** The place `pack#at` with its label, without the quoted words. */
function clauseOf(law: Law, cites: string): { pack: string; at: string; label: { zh: string; en: string } } {
  const [id = "", at = ""] = cites.split("#");
  const pack = [law.regulation, ...law.upper].find((one) => one.id === id);
  const label = pack === undefined ? { zh: cites, en: cites } : citationOf(pack, { cite: at, quote: "" }).label;
  return { pack: id, at, label };
}
