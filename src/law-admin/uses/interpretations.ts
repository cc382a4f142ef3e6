// Interpretations: entered for one interpreting body, countersigned for another, and then the law, all in one transaction.
import { hash, randomUUID } from "node:crypto";
import { delegationOf, doersOf, kinOf } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { lawWith } from "../rules/interpretation.ts";
import type { InterpretationInput, Interpretation, SignatureInput } from "../rules/interpretation.ts";
import { refusalsOfEntry, refusalsOfSigning, rolesOfBody } from "../rules/interpreting.ts";
import type { SigningContext } from "../rules/interpreting.ts";
import type { Law } from "#law/compile/law.ts";
import { procedureOf } from "#law/procedure/procedures.ts";
import type { Refusal } from "#law/refusal.ts";
import { restrictionChanges } from "#law/differ/restriction-changes.ts";
import { asSystem, inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import {
  addInterpretation,
  addSignature,
  allInterpretations,
  findInterpretation,
  listInterpretations,
} from "../rows/interpretations.ts";
import { lawInForce, lawHeldForChange } from "../rows/law-state.ts";
import type { Counted, Page } from "#database/page.ts";
import { rederiveRestrictions } from "#matters/rows/rederive.ts";
import { presentLevelIn, recordsOfPersons } from "#eligibility/rows/restrictions.ts";
import { handsOfFirstStep } from "#kernel/rows/first-steps.ts";
import { administer } from "#kernel/administer.ts";
import { notFound, orNotFound } from "#kernel/answer.ts";
import type { Answer, Found } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { logAct } from "#kernel/uses/log-act.ts";
import { nowOf, todayOf } from "#kernel/time.ts";
import { changesOwnRestrictions } from "../rules/words.ts";

export async function interpretationsPage(app: App, actor: Actor, asked: Page): Promise<Counted<Interpretation>> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), (trx) => listInterpretations(trx, asked));
}

export async function viewInterpretation(
  app: App,
  actor: Actor,
  { interpretationId: id }: { interpretationId: string },
): Promise<Found<Interpretation>> {
  return orNotFound(
    await inTransaction(app.database, scopeOf(app, actor.accountId), (trx) => findInterpretation(trx, id)),
  );
}

/** It changes nothing yet: it awaits the signature for the other body. */
export async function enterInterpretation(
  app: App,
  actor: Actor,
  { key, ...entry }: InterpretationInput & { key: string },
): Promise<Answer<{ interpretationId: string }>> {
  return administer(
    app,
    actor,
    { what: "enter-interpretation", key, content: entry, hold: (trx) => lawHeldForChange(trx, app.law) },
    async (trx) => {
      const law = await lawInForce(trx, app.law);
      const known = await signingContext(app, trx, actor, law);
      const refusals = refusalsOfEntry(entry, known);
      if (refusals.length > 0) return { type: "refused", refusals };
      const { body, ...rest } = entry;
      const entered: Interpretation = {
        ...rest,
        id: randomUUID(),
        enteredAt: nowOf(app),
        enteredBy: actor.accountId,
        enteredName: actor.name,
        enteredFor: body,
        signature: null,
        replacedBy: null,
      };
      const own = await refusalsOfOwn(app, trx, actor, law, proposedLaw(app, known, entered));
      if (own.length > 0) return { type: "refused", refusals: own };
      await addInterpretation(trx, entered, delegationOf(actor, rolesOfBody(law, body))?.fromAccount ?? null);
      const { id, number, validFrom, effect, replaces } = entered;
      await logAct(app, trx, actor, "enter-interpretation", {
        interpretationId: id,
        number,
        validFrom,
        effect,
        replaces,
        enteredFor: body,
        text: hash("sha256", JSON.stringify([entered.on, entered.anchor, entered.question, entered.text])),
      });
      const answer = { interpretationId: id };
      return { type: "done", answer };
    },
  );
}

/** Agreed to, it holds from now on, and all restrictions that it touches are derived again in the same transaction. */
export async function countersignInterpretation(
  app: App,
  actor: Actor,
  { key, interpretationId, ...signing }: SignatureInput & { key: string; interpretationId: string },
): Promise<Answer<{ persons: number; changed: number }>> {
  const request = {
    what: "countersign-interpretation",
    key,
    content: { interpretationId, signing },
    hold: (trx: Transaction) => lawHeldForChange(trx, app.law),
  };
  return administer(app, actor, request, async (trx) => {
    const law = await lawInForce(trx, app.law);
    const entered = await findInterpretation(trx, interpretationId);
    if (entered === null) return notFound;
    const known = await signingContext(app, trx, actor, law);
    const first = await handsOfFirstStep(trx, "countersign-interpretation", interpretationId);
    const refusals = refusalsOfSigning(entered, signing, { ...known, first });
    if (refusals.length > 0) return { type: "refused", refusals };
    if (signing.agreed) {
      const own = await refusalsOfOwn(app, trx, actor, law, proposedLaw(app, known, entered));
      if (own.length > 0) return { type: "refused", refusals: own };
    }
    const signature = {
      agreed: signing.agreed,
      reasons: signing.reasons,
      signedAt: nowOf(app),
      signedBy: actor.accountId,
      signedName: actor.name,
      signedFor: signing.body,
    };
    await addSignature(trx, entered, signature, { first, second: doersOf(actor, rolesOfBody(law, signing.body)) });
    const holding = await lawInForce(trx, app.law);
    // Of whom the signer may not read a case, the restrictions follow the law all the same.
    const derived = signing.agreed ? await asSystem(trx, (machine) => rederiveRestrictions(machine, holding)) : null;
    const answer = { persons: derived?.persons ?? 0, changed: derived?.changed.length ?? 0 };
    await logAct(app, trx, actor, "countersign-interpretation", {
      interpretationId,
      number: entered.number,
      agreed: signing.agreed,
      signedFor: signing.body,
      reasons: hash("sha256", signing.reasons),
      ...answer,
    });
    return { type: "done", answer };
  });
}

/** The law as it would be with one more interpretation. */
export function proposedLaw(
  app: App,
  { agreed, law }: Pick<SigningContext, "agreed" | "law">,
  one: Interpretation,
): Law {
  const others = agreed.map((other) => (other.id === one.replaces ? { ...other, replacedBy: one.id } : other));
  return lawWith(app.law, [...others, one], law.passages);
}

export async function signingContext(app: App, trx: Transaction, actor: Actor, law: Law): Promise<SigningContext> {
  const agreed = await allInterpretations(trx, "agreed");
  return { law, actor, today: todayOf(app), agreed, open: await allInterpretations(trx, "open") };
}

/** Nobody interprets the text for themselves or their family: whose restrictions would change leaves it to others. */
async function refusalsOfOwn(app: App, trx: Transaction, actor: Actor, from: Law, to: Law): Promise<Refusal[]> {
  const records = await recordsOfPersons(trx, kinOf(actor));
  const changed = [...records.values()].some(
    (own) => restrictionChanges(from, to, own, presentLevelIn(own)).length > 0,
  );
  if (!changed) return [];
  const source = procedureOf(app.law, "recusal", todayOf(app));
  return [{ code: "own-restrictions", message: changesOwnRestrictions, source, field: "body" }];
}
