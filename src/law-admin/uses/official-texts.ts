// Official texts of upper norms: loaded by one person, checked by another, and then quoted, all in one transaction.
import { hash, randomUUID } from "node:crypto";
import type { OfficialTextView } from "../contract/official-texts.ts";
import { delegationOf, doersOf } from "#casework/actor.ts";
import { rolesOfBody } from "../rules/interpreting.ts";
import type { Actor } from "#casework/actor.ts";
import { refusalsOfCheck, refusalsOfLoading } from "../rules/official-text.ts";
import type { TextCheckInput, OfficialTextInput, OfficialText } from "../rules/official-text.ts";
import type { Law } from "#law/compile/law.ts";
import { asSystem, inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { lawInForce, lawHeldForChange } from "../rows/law-state.ts";
import { addOfficialText, addTextCheck, findOfficialText, listOfficialTexts } from "../rows/official-texts.ts";
import { rederiveRestrictions } from "#matters/rows/rederive.ts";
import { handsOfFirstStep } from "#kernel/rows/first-steps.ts";
import { administer } from "#kernel/administer.ts";
import { notFound } from "#kernel/answer.ts";
import type { Answer, Found } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { logAct } from "#kernel/uses/log-act.ts";
import { nowOf } from "#kernel/time.ts";

export async function officialTextsPage(
  app: App,
  actor: Actor | null,
): Promise<{ rows: Omit<OfficialTextView, "text">[] }> {
  const rows = await inTransaction(app.database, scopeOf(app, actor?.accountId ?? null), listOfficialTexts);
  return { rows: rows.map(({ loadedPerson: _person, ...one }) => one) };
}

export async function viewOfficialText(
  app: App,
  actor: Actor,
  { officialTextId: id }: { officialTextId: string },
): Promise<Found<OfficialTextView>> {
  const found = await inTransaction(app.database, scopeOf(app, actor.accountId), (trx) => findOfficialText(trx, id));
  if (found === null) return notFound;
  const { loadedPerson: _person, ...one } = found;
  return { type: "done", answer: one };
}

/** The law as it holds now, with the texts that hold. */
export async function lawFor(app: App): Promise<Law> {
  return inTransaction(app.database, scopeOf(app, null), (trx) => lawInForce(trx, app.law));
}

/** It changes nothing yet: it awaits the eyes of another. */
export async function loadOfficialText(
  app: App,
  actor: Actor,
  { key, ...loaded }: OfficialTextInput & { key: string },
): Promise<Answer<{ officialTextId: string }>> {
  return administer(
    app,
    actor,
    { what: "load-official-text", key, content: loaded, hold: (trx) => lawHeldForChange(trx, app.law) },
    async (trx) => {
      const law = await lawInForce(trx, app.law);
      const refusals = refusalsOfLoading(loaded, { law, actor });
      if (refusals.length > 0) return { type: "refused", refusals };
      const { body, ...rest } = loaded;
      const one: OfficialText = {
        ...rest,
        id: randomUUID(),
        loadedAt: nowOf(app),
        loadedBy: actor.accountId,
        loadedName: actor.name,
        loadedFor: body,
        loadedPerson: actor.personId,
        check: null,
      };
      await addOfficialText(trx, one, delegationOf(actor, rolesOfBody(law, body))?.fromAccount ?? null);
      await logAct(app, trx, actor, "load-official-text", {
        officialTextId: one.id,
        pack: one.pack,
        loadedFor: body,
        rules: one.passages.map(({ rule }) => rule),
        text: hash("sha256", JSON.stringify([one.source, one.fileName, one.text, one.passages])),
      });
      const answer = { officialTextId: one.id };
      return { type: "done", answer };
    },
  );
}

/** Agreed to, its passages are the words of their rules from now on, also in what is on record of persons. */
export async function checkOfficialText(
  app: App,
  actor: Actor,
  { key, officialTextId, ...check }: TextCheckInput & { key: string; officialTextId: string },
): Promise<Answer<{ persons: number; changed: number }>> {
  const request = {
    what: "check-official-text",
    key,
    content: { officialTextId, check },
    hold: (trx: Transaction) => lawHeldForChange(trx, app.law),
  };
  return administer(app, actor, request, async (trx) => {
    const law = await lawInForce(trx, app.law);
    const loaded = await findOfficialText(trx, officialTextId);
    if (loaded === null) return notFound;
    const first = await handsOfFirstStep(trx, "check-official-text", officialTextId);
    const refusals = refusalsOfCheck(loaded, check, { law, actor, first });
    if (refusals.length > 0) return { type: "refused", refusals };
    const checked = {
      agreed: check.agreed,
      reasons: check.reasons,
      checkedAt: nowOf(app),
      checkedBy: actor.accountId,
      checkedName: actor.name,
      checkedFor: check.body,
    };
    await addTextCheck(trx, loaded, checked, { first, second: doersOf(actor, rolesOfBody(law, check.body)) });
    const holding = await lawInForce(trx, app.law);
    // Of whom the checker may not read a case, the citations follow the text all the same.
    const derived = check.agreed ? await asSystem(trx, (machine) => rederiveRestrictions(machine, holding)) : null;
    const answer = { persons: derived?.persons ?? 0, changed: derived?.changed.length ?? 0 };
    await logAct(app, trx, actor, "check-official-text", {
      officialTextId,
      pack: loaded.pack,
      agreed: check.agreed,
      checkedFor: check.body,
      reasons: hash("sha256", check.reasons),
      ...answer,
    });
    return { type: "done", answer };
  });
}
