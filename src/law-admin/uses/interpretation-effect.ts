// What an interpretation would change, before it is recorded: of whom, which bar, from which days to which.
import { z } from "zod";
import type { EndpointInput } from "#kernel/contract/meta.ts";
import type { EffectPage, EffectRow, interpretations, Span } from "../contract/interpretations.ts";
import { isKin } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { lawWith } from "../rules/interpretation.ts";
import type { InterpretationInput, Interpretation } from "../rules/interpretation.ts";
import { refusalsOfEntry } from "../rules/interpreting.ts";
import type { SigningContext } from "../rules/interpreting.ts";
import type { Restriction } from "#law/reckon/consequences.ts";
import { formatDay } from "#law/reckon/days.ts";
import type { Law } from "#law/compile/law.ts";
import { restrictionChanges } from "#law/differ/restriction-changes.ts";
import { findInterpretation } from "../rows/interpretations.ts";
import { lawInForce } from "../rows/law-state.ts";
import { readKey, writeKey } from "#database/page.ts";
import type { Page } from "#database/page.ts";
import { findPersons } from "#registry/rows/persons.ts";
import { personsOnRecord } from "#matters/rows/rederive.ts";
import { presentLevelIn, recordsOfPersons } from "#eligibility/rows/restrictions.ts";
import type { PersonRecords } from "#eligibility/rows/restrictions.ts";
import type { Transaction } from "#database/database.ts";
import { inOneTransaction } from "#kernel/administer.ts";
import { notFound } from "#kernel/answer.ts";
import type { Answer } from "#kernel/answer.ts";
import type { App } from "#kernel/app.ts";
import { signingContext, proposedLaw } from "./interpretations.ts";
import { recordLine } from "#kernel/uses/record.ts";
import { nameOfCause } from "#eligibility/uses/restriction-view.ts";
import { nowOf } from "#kernel/time.ts";

/** An interpretation already recorded, or an entry not yet made. */
export type EffectQuestion = EndpointInput<typeof interpretations.preview>;

/** Persons compared for one answer, and at a time; `next` continues after the last of them. */
const personsPerPage = 1000;
const batchSize = 200;

/** A page of the restrictions it would change. Refused as the entry would be. Leaves out the reader's own. Logged. */
export async function previewInterpretation(
  app: App,
  actor: Actor,
  asked: EffectQuestion,
): Promise<Answer<EffectPage>> {
  return inOneTransaction(app, actor, { what: "preview-interpretation" }, async (trx) => {
    const law = await lawInForce(trx, app.law);
    const known = await signingContext(app, trx, actor, law);
    const there = "interpretationId" in asked ? await findInterpretation(trx, asked.interpretationId) : null;
    if ("interpretationId" in asked && there === null) return notFound;
    if ("entry" in asked) {
      const refusals = refusalsOfEntry(asked.entry, known);
      if (refusals.length > 0) return { type: "refused", refusals };
    }
    const proposed = there ?? ("entry" in asked ? asEntered(app, actor, asked.entry) : null);
    // What holds already is shown against the law without it.
    const holds = there?.signature?.agreed === true;
    const from = holds ? lawWithout(app, known, there) : law;
    const to = holds || proposed === null ? law : proposedLaw(app, known, proposed);
    const page = await changedPersons(trx, actor, from, to, asked);
    await recordLine(app, trx, actor, {
      kind: "sensitive-read",
      what: "preview-interpretation",
      outcome: "done",
      body: { number: proposed?.number ?? "", persons: page.rows.map(({ personId }) => personId) },
    });
    return { type: "done", answer: page };
  });
}

function lawWithout(app: App, { agreed }: Pick<SigningContext, "agreed">, { id }: Interpretation): Law {
  const others = agreed.filter((one) => one.id !== id);
  return lawWith(
    app.law,
    others.map((one) => (one.replacedBy === id ? { ...one, replacedBy: null } : one)),
  );
}

const byPerson = z.tuple([z.string()]);

async function changedPersons(
  trx: Transaction,
  actor: Actor,
  from: Law,
  to: Law,
  { after, limit }: Page,
): Promise<EffectPage> {
  const found: Omit<EffectRow, "name" | "organizationName">[] = [];
  let last = readKey(after, byPerson)?.[0] ?? "";
  let lookedAt = 0;
  let more = true;
  while (more && found.length < limit && lookedAt < personsPerPage) {
    const ids = await personsOnRecord(trx, last, batchSize);
    const records = await recordsOfPersons(trx, ids);
    for (const personId of ids) {
      if (found.length === limit) break;
      last = personId;
      lookedAt += 1;
      const own = records.get(personId);
      if (own === undefined || isKin(actor, personId)) continue;
      const changes = restrictionChanges(from, to, own, presentLevelIn(own));
      if (changes.length > 0) found.push({ personId, changes: changes.map((one) => changeView(to, one, own)) });
    }
    more = ids.length === batchSize || (ids.at(-1) ?? last) !== last;
  }
  const persons = new Map(
    (
      await findPersons(
        trx,
        found.map(({ personId }) => personId),
      )
    ).map((one) => [one.id, one]),
  );
  const rows = found.map((one) => ({
    ...one,
    name: persons.get(one.personId)?.name ?? "",
    organizationName: persons.get(one.personId)?.organizationName ?? "",
  }));
  return { rows, next: more ? writeKey([last]) : null, lookedAt };
}

function changeView(
  law: Law,
  { before, after }: ReturnType<typeof restrictionChanges>[number],
  records: PersonRecords,
): EffectRow["changes"][number] {
  const shown = after ?? before;
  if (shown === null) throw new Error("a change of nothing into nothing");
  const { bars, layer, cite, because } = shown;
  const sanction = typeof because === "string";
  const record = sanction ? records.sanctions[Number(because.slice("sanction:".length))] : records.measures[because];
  return {
    bars,
    layer,
    cite,
    cause: nameOfCause(law, sanction ? "sanction" : "measure", record?.kind ?? ""),
    before: spanOf(before),
    after: spanOf(after),
  };
}

function spanOf(restriction: Restriction | null): Span | null {
  if (restriction === null) return null;
  const { from, until, grey } = restriction;
  return { from: formatDay(from), until: formatDay(until), greyDay: grey === null ? null : formatDay(grey) };
}

function asEntered(app: App, actor: Actor, { body, ...entry }: InterpretationInput): Interpretation {
  return {
    ...entry,
    id: "",
    enteredAt: nowOf(app),
    enteredBy: actor.accountId,
    enteredName: actor.name,
    enteredFor: body,
    signature: null,
    replacedBy: null,
  };
}
