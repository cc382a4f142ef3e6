// The entries of lists and searches: each is in the log within a moment, and whoever asked does not wait for it. What is asked for together
// is written together; a server that is cut off loses what it answered in its last moment.
import { setTimeout as sleep } from "node:timers/promises";
import type { Actor } from "#casework/actor.ts";
import { inRetriedTransaction } from "#database/database.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { nowOf } from "#kernel/time.ts";
import { appendEntry } from "../rows/audit.ts";
import type { NewEntry } from "#audit/entry.ts";

type Journal = { waiting: NewEntry[]; writing: Promise<void> | null; hurry: AbortController };

/** So long, in milliseconds, others are waited for that can be written together. */
const gathering = 250;

/** Of each district that a database serves. */
const journals = new WeakMap<App["database"], Map<string, Journal>>();

/** More are not kept while the database does not answer. */
const most = 10_000;

/** Notes one list or search: what was asked, and how many came. `report` is told when it cannot be written. */
export function noteRead(
  app: App,
  actor: Actor,
  what: string,
  body: Record<string, unknown>,
  report: (error: unknown) => void,
): void {
  const journal = journalOf(app);
  const { accountId: actorId, name: actorName } = actor;
  if (journal.waiting.length < most)
    journal.waiting.push({ at: nowOf(app), kind: "sensitive-read", actorId, actorName, what, outcome: "done", body });
  if (journal.writing === null) {
    journal.hurry = new AbortController();
    journal.writing = write(app, journal).catch(report);
  }
}

/** Resolves when all that was noted is in the log. */
export async function readsWritten(app: App): Promise<void> {
  const journal = journals.get(app.database)?.get(app.jurisdictionId);
  journal?.hurry.abort();
  await journal?.writing;
}

function journalOf(app: App): Journal {
  const ofDatabase = journals.get(app.database) ?? new Map<string, Journal>();
  journals.set(app.database, ofDatabase);
  const journal = ofDatabase.get(app.jurisdictionId) ?? { waiting: [], writing: null, hurry: new AbortController() };
  ofDatabase.set(app.jurisdictionId, journal);
  return journal;
}

async function write(app: App, journal: Journal): Promise<void> {
  try {
    await sleep(gathering, undefined, { signal: journal.hurry.signal }).catch(() => undefined);
    while (journal.waiting.length > 0) {
      const entries = [...journal.waiting];
      await inRetriedTransaction(app.database, scopeOf(app, null), async (trx) => {
        // In the order of the chains, so that two writers never wait for one another.
        for (const entry of entries.toSorted((one, other) => ((one.actorId ?? "") < (other.actorId ?? "") ? -1 : 1)))
          await appendEntry(trx, `account:${entry.actorId ?? ""}`, entry);
      });
      journal.waiting.splice(0, entries.length);
    }
  } finally {
    journal.writing = null;
  }
}
