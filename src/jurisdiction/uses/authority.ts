// The district's authority table: entered by one, confirmed by another; what holds goes into every decision of its days.
import { randomUUID } from "node:crypto";
import type { EndpointInput } from "#kernel/contract/meta.ts";
import { confirmingRoles, enteringRoles } from "../contract/authority.ts";
import type { authority, AuthorityVersion } from "../contract/authority.ts";
import { delegationOf, doersOf } from "#casework/actor.ts";
import { refusalsOfSecondStep } from "#casework/four-eyes.ts";
import type { Actor } from "#casework/actor.ts";
import { measureClasses } from "#law/procedure/authority.ts";
import { faultOfManagementLevel, managementLevelsOf, managementName } from "#law/procedure/management.ts";
import { parseDay } from "#law/reckon/days.ts";
import type { Law } from "#law/compile/law.ts";
import {
  addAuthorityConfirmation,
  addAuthorityVersion,
  authorityTables,
  listAuthorityVersions,
} from "../rows/authority.ts";
import { inTransaction } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { administer } from "#kernel/administer.ts";
import { notFound, refusedSaying } from "#kernel/answer.ts";
import type { Answer } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { handsOfFirstStep } from "#kernel/rows/first-steps.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import { nowOf } from "#kernel/time.ts";
import {
  alreadyConfirmed,
  beforeRegulation,
  noSuchBody,
  noSuchDay,
  quorumTwice,
  reasonsMissing,
  rowMissing,
} from "./words.ts";

/** The law with the district's own authority table in it. */
export async function withAuthority(law: Law, trx: Transaction): Promise<Law> {
  return { ...law, authority: await authorityTables(trx) };
}

/** The versions that hold, for the browser's own engine. */
export async function authorityInForce(app: App): Promise<Law["authority"]> {
  return inTransaction(app.database, scopeOf(app, null), authorityTables);
}

export async function authorityVersions(app: App, actor: Actor): Promise<AuthorityVersion[]> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), listAuthorityVersions);
}

export type NewAuthority = EndpointInput<typeof authority.enter>;

/** A version without effect until confirmAuthority. Refused when a cell is missing or twice, or a body unknown. */
export async function enterAuthority(
  app: App,
  actor: Actor,
  { key, ...content }: NewAuthority,
): Promise<Answer<{ versionId: string }>> {
  return administer(app, actor, { what: "enter-authority", key, content }, async (trx) => {
    const fault = faultOf(app.law, content);
    if (fault !== null) return fault;
    const answer = { versionId: randomUUID() };
    const { validFrom, documentNumber, rows, quorums } = content;
    await addAuthorityVersion(trx, {
      ...answer,
      validFrom,
      documentNumber,
      rows,
      quorums,
      enteredBy: actor.accountId,
      enteredByName: actor.name,
      enteredAt: nowOf(app),
      enteredBehalf: delegationOf(actor, enteringRoles)?.fromAccount ?? null,
    });
    await recordAdministration(app, trx, actor, "enter-authority", { ...answer, ...content });
    return { type: "done", answer };
  });
}

/** Confirms or sends back a version, once; never by whoever entered it. */
export async function confirmAuthority(
  app: App,
  actor: Actor,
  { key, ...content }: EndpointInput<typeof authority.confirm>,
): Promise<Answer<{ versionId: string }>> {
  return administer(app, actor, { what: "confirm-authority", key, content }, async (trx) => {
    const { versionId, confirmed, reasons } = content;
    const version = (await listAuthorityVersions(trx)).find((one) => one.versionId === versionId);
    if (version === undefined) return notFound;
    if (version.confirmed !== null)
      return refusedSaying(
        "confirmed-already",
        alreadyConfirmed(version.confirmed, version.confirmedByName ?? ""),
        "versionId",
      );
    const first = await handsOfFirstStep(trx, "confirm-authority", versionId);
    const refusals = refusalsOfSecondStep("confirm-authority", { actor, roles: confirmingRoles, first }, "versionId");
    if (refusals.length > 0) return { type: "refused", refusals };
    if (!confirmed && reasons === null) return refusedSaying("reasons-missing", reasonsMissing, "reasons");
    await addAuthorityConfirmation(trx, {
      versionId,
      enteredBy: version.enteredBy,
      confirmed,
      reasons,
      by: actor.accountId,
      byName: actor.name,
      at: nowOf(app),
      first,
      second: doersOf(actor, confirmingRoles),
    });
    await recordAdministration(app, trx, actor, "confirm-authority", { versionId, confirmed, reasons });
    return { type: "done", answer: { versionId } };
  });
}

function faultOf(
  law: Law,
  { validFrom, rows, quorums }: Omit<NewAuthority, "key">,
): ReturnType<typeof refusedSaying> | null {
  const from = parseDay(validFrom);
  if (from === null) return refusedSaying("no-such-day", noSuchDay, "validFrom");
  if (from < law.inForceFrom) return refusedSaying("before-validity", beforeRegulation, "validFrom");
  const known = new Set(law.vocabulary.bodies.map(({ id }) => id));
  const named = [
    ...rows.flatMap((row) => [row.decides, row.proposes, row.approves, row.executes].flat()),
    ...quorums.map(({ body }) => body),
  ];
  const unknown = named.find((body) => !known.has(body));
  if (unknown !== undefined) return refusedSaying("no-such-body", noSuchBody(unknown), "rows");
  for (const { managedBy } of rows) {
    const fault = faultOfManagementLevel(law.vocabulary, managedBy);
    if (fault !== null) return refusedSaying("no-such-management-level", fault, "rows");
  }
  for (const managedBy of managementLevelsOf(law.vocabulary)) {
    for (const measures of measureClasses) {
      const cells = rows.filter((row) => row.managedBy === managedBy && row.measures === measures);
      const name = managementName(law.vocabulary, managedBy);
      if (cells.length !== 1 || cells[0]?.decides.length === 0)
        return refusedSaying("cell-missing", rowMissing(name), "rows");
    }
  }
  if (new Set(quorums.map(({ body }) => body)).size !== quorums.length)
    return refusedSaying("quorum-twice", quorumTwice, "quorums");
  return null;
}
