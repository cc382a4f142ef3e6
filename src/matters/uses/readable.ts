// Whether this actor may read a matter: the table of duties says how far a role sees, and whom the matter touches stays out of it.
import { kinOf } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { mayRead } from "#casework/duties.ts";
import type { Recorded } from "#casework/events.ts";
import { outlineOf } from "#casework/outline.ts";
import { isNarrow, readingOf, releasedHistory, shownHistory } from "#casework/reading/readings.ts";
import type { Reading } from "#casework/reading/readings.ts";
import { replay } from "#casework/replay.ts";
import type { Matter } from "#casework/replay.ts";
import type { Transaction } from "#database/database.ts";
import { loadMatter } from "../rows/matters.ts";
import type { LoadedMatter } from "../rows/matters.ts";
import { waitingIn } from "../rows/text-waiting.ts";

/** The matter, with what `isReadable` needs to say whether this actor may read it. */
export async function loadFor(
  trx: Transaction,
  actor: Actor,
  matterId: string,
  hold: "read" | "for-update",
): Promise<LoadedMatter | null> {
  return loadMatter(trx, matterId, hold, kinOf(actor));
}

/** Also false for a person whom only a lead of the case names: not being a subject yet makes them no less a party. */
export function isReadable(actor: Actor, { matter, involves }: LoadedMatter): boolean {
  return !involves && mayRead(actor, outlineOf(matter));
}

/** A matter as one reader sees it: what is left of its history, and the matter that this makes. */
export type ShownMatter = {
  reading: Reading;
  matter: Matter;
  history: readonly Recorded[];
  /** By which this reader says what they have seen. */
  version: number;
  /** The events whose typed words wait for their release. */
  waiting: ReadonlySet<number>;
};

/** The one place where a matter that the actor may read is made as small as their reading of it. */
export async function shownFor(trx: Transaction, actor: Actor, loaded: LoadedMatter): Promise<ShownMatter> {
  const { matter, history } = loaded;
  const reading = readingOf(actor, outlineOf(matter));
  const waiting = await waitingIn(trx, matter.id);
  if (reading === "group") return { reading, matter, history, version: matter.version, waiting };
  const { accountId, organizationId } = actor;
  const shown = shownHistory(history, { reading, accountId, organizationId }, waiting);
  const left = replay(matter.id, shown);
  if (left === null) throw new Error(`nothing of ${matter.id} is left for a reader of it`);
  return {
    reading,
    matter: left,
    history: shown,
    version: left.version,
    waiting: isNarrow(reading) ? new Set() : waiting,
  };
}

/** The same as it leaves the system, for whoever takes it out: with the words that were released, and no others. */
export async function takenOutBy(trx: Transaction, actor: Actor, loaded: LoadedMatter): Promise<ShownMatter> {
  const shown = await shownFor(trx, actor, loaded);
  if (isNarrow(shown.reading)) return shown;
  const history = releasedHistory(shown.history, shown.waiting);
  return { ...shown, history, matter: replay(loaded.matter.id, history) ?? shown.matter };
}
