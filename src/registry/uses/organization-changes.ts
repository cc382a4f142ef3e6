// One organization with its names, changes and leading body over time; and registering what became of it.
import type { EndpointInput } from "#kernel/contract/meta.ts";
import type { registry } from "../contract.ts";
import type { Actor } from "#casework/actor.ts";
import { parseDay } from "#law/reckon/days.ts";
import { inTransaction, ChangedMeanwhile } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import {
  changeOrganization,
  changesOfOrganization,
  leadingBodyOf,
  namesOfOrganization,
} from "../rows/organization-changes.ts";
import { findOrganizations, listOrganizations } from "../rows/organizations.ts";
import type { OrganizationStanding } from "../rows/organizations.ts";
import { administer } from "#kernel/administer.ts";
import { notFound, orNotFound, refusedSaying } from "#kernel/answer.ts";
import type { Answer } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import { nowOf, todayOf } from "#kernel/time.ts";
import {
  alreadyEnded,
  beforeLastChange,
  belowItself,
  changedMeanwhile,
  dayInFuture,
  nameTaken,
  noSuchDay,
  noSuchParent,
  otherOrganizationMissing,
  sameName,
  sameParent,
} from "./words.ts";

const shownMembers = 100;

/** The organization as of an ISO day; today where none is given. */
export async function viewOrganization(
  app: App,
  actor: Actor,
  { organizationId, on = null }: { organizationId: string; on?: string | null | undefined },
) {
  return orNotFound(
    await inTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
      const [organization] = await findOrganizations(trx, [organizationId]);
      if (organization === undefined) return null;
      const { parentId, succeededBy } = organization;
      const others = await findOrganizations(
        trx,
        [parentId, succeededBy].filter((id) => id !== null),
      );
      const nameOf = (id: string | null) => others.find((one) => one.id === id)?.name ?? null;
      const day = on !== null && parseDay(on) !== null ? on : todayOf(app);
      const { id, ...standing } = organization;
      return {
        organizationId: id,
        ...standing,
        parentName: nameOf(parentId),
        successorName: nameOf(succeededBy),
        names: await namesOfOrganization(trx, id),
        changes: await changesOfOrganization(trx, id),
        day,
        leadingBody: await leadingBodyOf(trx, id, day, shownMembers),
      };
    }),
  );
}

export type OrganizationChangeInput = EndpointInput<typeof registry.changeOrganization>;

export async function registerOrganizationChange(
  app: App,
  actor: Actor,
  { key, ...content }: OrganizationChangeInput,
): Promise<Answer<{ version: number }>> {
  return administer(app, actor, { what: "change-organization", key, content }, async (trx) => {
    const all = await listOrganizations(trx);
    const before = all.find((one) => one.id === content.organizationId);
    if (before === undefined) return notFound;
    const fault = await faultOfChange(app, trx, all, before, content);
    if (fault !== null) return fault;
    const { kind, on, documentNumber } = content;
    const name = kind === "renamed" ? (content.name ?? before.name) : before.name;
    const parentId = kind === "moved" ? content.parentId : before.parentId;
    const otherId = kind === "merged" || kind === "split" ? content.otherId : null;
    const changed = await changeOrganization(trx, before, {
      kind,
      on,
      name,
      parentId,
      otherId,
      documentNumber,
      by: actor.accountId,
      registeredName: actor.name,
      at: nowOf(app),
    });
    if (changed === "conflict") throw new ChangedMeanwhile("the organization was changed meanwhile");
    await recordAdministration(app, trx, actor, "change-organization", { ...content, name, parentId, otherId });
    const answer = { version: before.version + 1 };
    return { type: "done", answer };
  });
}

type Refused = ReturnType<typeof refusedSaying>;
type Content = Omit<OrganizationChangeInput, "key">;

async function faultOfChange(
  app: App,
  trx: Transaction,
  all: readonly OrganizationStanding[],
  before: OrganizationStanding,
  { version, kind, on, name, parentId, otherId }: Content,
): Promise<Refused | null> {
  if (version !== before.version) return refusedSaying("changed-meanwhile", changedMeanwhile, "version");
  if (before.validUntil !== null) return refusedSaying("no-longer-there", alreadyEnded(before.validUntil), "kind");
  if (parseDay(on) === null || on < "1949-10-01") return refusedSaying("no-such-day", noSuchDay, "on");
  if (on > todayOf(app)) return refusedSaying("date-in-the-future", dayInFuture(on), "on");
  const [last] = await changesOfOrganization(trx, before.id);
  const earliest = last?.on ?? before.validFrom;
  if (earliest !== null && on <= earliest) return refusedSaying("too-early", beforeLastChange(earliest), "on");
  if (kind === "renamed") {
    if (name === null || name === before.name) return refusedSaying("no-new-name", sameName, "name");
    if (all.some((one) => one.name === name && one.validUntil === null))
      return refusedSaying("name-taken", nameTaken(name), "name");
  }
  if (kind === "moved") return faultOfParent(all, before, parentId);
  if (kind === "merged" || kind === "split") {
    const other = all.find((one) => one.id === otherId);
    if (other === undefined || other.id === before.id || (kind === "merged" && other.validUntil !== null))
      return refusedSaying("no-such-organization", otherOrganizationMissing, "otherId");
  }
  return null;
}

/** Why the organization cannot move below this parent: unchanged, missing, or below itself; null when it can. */
function faultOfParent(
  all: readonly OrganizationStanding[],
  before: OrganizationStanding,
  parentId: string | null,
): Refused | null {
  if (parentId === before.parentId) return refusedSaying("same-parent", sameParent, "parentId");
  const byId = new Map(all.map((one) => [one.id, one]));
  if (parentId !== null && !byId.has(parentId)) return refusedSaying("no-such-organization", noSuchParent, "parentId");
  for (let above = parentId; above !== null; above = byId.get(above)?.parentId ?? null) {
    if (above === before.id) return refusedSaying("below-itself", belowItself, "parentId");
  }
  return null;
}
