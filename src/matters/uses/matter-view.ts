// One lead or case with all that was done in it. Reading it is logged.
import type { Colleague, MatterView } from "../contract/matters.ts";
import type { Actor } from "#casework/actor.ts";
import type { Recorded } from "#casework/events.ts";
import { openItemsIn } from "#casework/execution/open-items.ts";
import { subjectsWithPast } from "#casework/finding/escalated.ts";
import type { Matter } from "#casework/replay.ts";
import { isNarrow } from "#casework/reading/readings.ts";
import { administrators, roles } from "#casework/roles.ts";
import type { Role } from "#casework/roles.ts";
import type { Due } from "#casework/execution/execution.ts";
import type { Calendar } from "#law/procedure/deadlines.ts";
import type { Law } from "#law/compile/law.ts";
import { accountsWithRole, namesOfAccounts } from "#accounts/rows/accounts.ts";
import { calendarIn } from "#jurisdiction/rows/calendar.ts";
import { inRetriedTransaction, inTransaction } from "#database/database.ts";
import { pastDecisionsFor } from "../rows/past-decisions.ts";
import { orNotFound } from "#kernel/answer.ts";
import type { Found } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { isReadable, loadFor, shownFor } from "./readable.ts";
import { holdChain, recordLine, recordLineAfter } from "#kernel/uses/record.ts";

/** Not found when there is none or this reader may not see it: only the log tells these apart. */
export async function viewMatter(
  app: App,
  actor: Actor,
  { matterId }: { matterId: string },
): Promise<Found<MatterView>> {
  return orNotFound(
    await inRetriedTransaction(app.database, { ...scopeOf(app, actor.accountId), byKey: true }, async (trx) => {
      const [found, calendar] = await Promise.all([loadFor(trx, actor, matterId, "read"), calendarIn(trx)]);
      if (found === null || !isReadable(actor, found)) {
        await recordLine(app, trx, actor, {
          kind: "refusal",
          what: "read-matter",
          outcome: "refused",
          body: { matterId, exists: found !== null },
        });
        return null;
      }
      const { reading, matter, history, version, waiting } = await shownFor(trx, actor, found);
      const asked = matter.kind === "case" && !isNarrow(reading) ? subjectsWithPast(matter, app.law) : [];
      const [accounts, head] = await Promise.all([namesOfAccounts(trx, accountsIn(history)), holdChain(trx, actor)]);
      const past = await pastDecisionsFor(trx, actor, asked, matterId);
      const due = isNarrow(reading)
        ? dueOfOwn(app.law, found.matter, matter, calendar)
        : dueIn(app.law, matter, calendar);
      await recordLineAfter(app, trx, actor, head, {
        kind: "sensitive-read",
        what: "read-matter",
        outcome: "done",
        body: { matterId, version: found.matter.version },
      });
      return {
        matterId,
        kind: matter.kind,
        version,
        reading,
        waiting: [...waiting],
        history: [...history],
        accounts,
        due,
        past,
      };
    }),
  );
}

/** Who may be named inquirers: enabled accounts of discipline officers. */
export async function inquirersOf(app: App, actor: Actor): Promise<Colleague[]> {
  return colleaguesWithRole(app, actor, ["discipline-officer"]);
}

/** Enabled accounts of the offices. */
export async function colleaguesOf(app: App, actor: Actor): Promise<Colleague[]> {
  return colleaguesWithRole(
    app,
    actor,
    roles.filter((role) => !administrators.includes(role)),
  );
}

async function colleaguesWithRole(app: App, actor: Actor, held: readonly Role[]): Promise<Colleague[]> {
  const accounts = await inTransaction(app.database, scopeOf(app, actor.accountId), (trx) =>
    accountsWithRole(trx, held),
  );
  return accounts.map(({ id, name, organizationName }) => ({ accountId: id, name, organizationName }));
}

function dueIn(law: Law, matter: Matter, calendar: Calendar): Record<string, Due> {
  return Object.fromEntries(
    openItemsIn(law, calendar, matter).map(({ subjectId, item, due }) => [`${subjectId ?? ""} ${item}`, due]),
  );
}

/** Of the whole matter's open items those of the subjects that a narrow reader sees. */
function dueOfOwn(law: Law, whole: Matter, shown: Matter, calendar: Calendar): Record<string, Due> {
  const own = new Set(shown.kind === "case" ? shown.subjects.map(({ subject }) => subject.id) : []);
  return Object.fromEntries(
    Object.entries(dueIn(law, whole, calendar)).filter(([key]) => own.has(key.split(" ")[0] ?? "")),
  );
}

/** The accounts that a history names by id. */
export function accountsIn(history: readonly Recorded[]): string[] {
  return [...new Set(history.flatMap(({ actorId, event }) => namedBy(actorId, event)))];
}

function namedBy(actor: string, event: Recorded["event"]): string[] {
  const actorId = actor === "" ? [] : [actor];
  if ("inquirers" in event) return [...actorId, ...event.inquirers];
  return event.type === "items-assigned" ? [...actorId, event.accountId] : actorId;
}
