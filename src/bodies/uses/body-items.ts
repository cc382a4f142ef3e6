// What is open about leading bodies, beside what is open in matters: a page of it, and how much of it there is.
import { z } from "zod";
import type { NamedBodyItem } from "../contract.ts";
import type { Actor } from "#casework/actor.ts";
import { refusalsOnBody } from "../rules/body-acts.ts";
import { followUpRoles } from "../rules/body-names.ts";
import { openOnBody } from "../rules/body-open.ts";
import { replayBody } from "../rules/body.ts";
import { accountsWithRole, namesOfAccounts } from "#accounts/rows/accounts.ts";
import { allBodies, bodyHistories, heldFor } from "../rows.ts";
import type { Transaction } from "#database/database.ts";
import { lawInForce } from "#law-admin/rows/law-state.ts";
import { lookUpOf } from "#database/look-up.ts";
import { findOrganizations } from "#registry/rows/organizations.ts";
import { countOf, cut, readKey } from "#database/page.ts";
import type { Counted, Page } from "#database/page.ts";
import type { SupervisionFilter } from "#notifications/rows/supervision.ts";
import type { App } from "#kernel/app.ts";
import { todayOf } from "#kernel/time.ts";

/** `mine`: the actor's own to do. */
export type BodyItem = Omit<NamedBodyItem, "accountName">;

/**
 * All that is open about the bodies of which this actor is told, the first due first; an act of a round, which has no term, stands where it
 * began. There are no more than a few for each leading body of a district, so they are folded and not stored.
 */
export async function openOnBodies(app: App, trx: Transaction, actor: Actor): Promise<BodyItem[]> {
  const today = todayOf(app);
  const ids = await allBodies(trx);
  if (ids.length === 0) return [];
  const law = await lawInForce(trx, app.law);
  const [held, histories] = [await heldFor(trx, actor, ids), await bodyHistories(trx, ids)];
  const owners = lookUpOf((await accountsWithRole(trx, followUpRoles)).map(({ id, roles }) => [id, roles]));
  const open = (await findOrganizations(trx, [...held.keys()])).flatMap((organization) => {
    const members = held.get(organization.id) ?? [];
    const body = replayBody(histories.get(organization.id) ?? []);
    const asked = { law, actor, today, organization, held: members };
    return openOnBody(law, body, members, today, owners).map((item) => ({
      ...item,
      organizationId: organization.id,
      name: organization.name,
      mine:
        item.accountId === null
          ? refusalsOnBody(body, item.act, asked).length === 0
          : item.accountId === actor.accountId,
    }));
  });
  return open.sort((a, b) => compare(keyOf(a), keyOf(b)));
}

/** Whether it is among what is asked for, by the same words as of what is open in matters. */
export function isWanted(
  { act, offices, dueOn, mine }: BodyItem,
  { office, item, due, mine: own, today, soonUntil }: SupervisionFilter,
): boolean {
  if (own && !mine) return false;
  if (office !== null && !offices.includes(office)) return false;
  if (item !== null && item !== act) return false;
  switch (due) {
    case "all":
      return true;
    case "overdue":
      return dueOn !== null && dueOn < today;
    case "soon":
      return dueOn !== null && dueOn >= today && dueOn <= soonUntil;
    case "pressing":
      return dueOn !== null && dueOn <= soonUntil;
    case "no-calendar":
      return false;
  }
}

export async function bodyItemsPage(
  app: App,
  trx: Transaction,
  actor: Actor,
  { after, limit, ...filter }: SupervisionFilter & Page,
): Promise<Counted<NamedBodyItem>> {
  const wanted = (await openOnBodies(app, trx, actor)).filter((one) => isWanted(one, filter));
  const key = readKey(after, keyShape);
  const beyond = key === null ? wanted : wanted.filter((one) => compare(keyOf(one), key) > 0);
  const { rows, next } = cut(beyond.slice(0, limit + 1), limit, keyOf);
  const accounts = await namesOfAccounts(
    trx,
    rows.flatMap(({ accountId }) => accountId ?? []),
  );
  return {
    rows: rows.map((row) => ({
      ...row,
      accountName: row.accountId === null ? null : (accounts[row.accountId] ?? null),
    })),
    next,
    count: countOf(wanted.length),
  };
}

const keyShape = z.tuple([z.string(), z.string(), z.string(), z.string()]);
type Key = z.output<typeof keyShape>;

function keyOf({ dueOn, from, organizationId, act, followUp }: BodyItem): Key {
  return [dueOn ?? from, organizationId, act, followUp ?? ""];
}

function compare(a: Key, b: Key): number {
  for (const [index, one] of a.entries()) {
    const other = b[index] ?? "";
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
