// The items of execution of a case: the steps that the packs ask for of each subject, with what has been done of each.
import { z } from "zod";
import type { Citation, Sentence } from "#law/text/citation.ts";
import { formatDay, parseDay } from "#law/reckon/days.ts";
import type { Calendar } from "#law/procedure/deadlines.ts";
import type { Law } from "#law/compile/law.ts";
import { lastDayOf } from "#law/procedure/effects.ts";
import { stepsOf, termEnd } from "#law/procedure/steps.ts";
import type { Step } from "#law/procedure/steps.ts";
import type { ActId } from "../acts.ts";
import type { Case } from "../case.ts";
import { circulatedOn } from "../finding/published.ts";
import type { SubjectFile } from "../subject-file.ts";
import type { EventFields } from "../events.ts";

/** What was done about one item by acts of its own. */
export type ItemFile = {
  completed: Omit<EventFields<"items-completed">, "items"> | null;
  waiver: { requested: EventFields<"waiver-requested">; decided: EventFields<"waiver-decided"> | null } | null;
  /** The account it was assigned to; otherwise it is the office's. */
  accountId: string | null;
};

/** One item of one subject; `subjectId` is null for what concerns the case as a whole. */
export type ExecutionItem = {
  subjectId: string | null;
  subjectName: string | null;
  item: string;
  name: Sentence;
  office: string;
  act: OneItemAct | "complete-items";
  cite: Citation;
  within: Step["within"];
  /** The ISO day from which its term runs. */
  from: string;
  /** Where a measure lasts for a time of its own: the ISO days on which it may end at the earliest, and must have ended. */
  term: { earliest: string | null; latest: string | null } | null;
  /** The ISO day on which it was done; null while open. */
  doneOn: string | null;
  file: ItemFile;
};

/** The items that carry a decision out or tell others of it, due again once it is changed. The rest, such as a self-criticism, is done once. */
const itemsOfTheDecision: ReadonlySet<string> = new Set([
  "announcement",
  "formalities",
  "circulation",
  "informing",
  "archiving",
  "reporting",
]);

const emptyItemFile: ItemFile = { completed: null, waiver: null, accountId: null };

/** The items that acts of their own do; all others are done by complete-items. */
const actsOfItems = {
  deliberation: "record-deliberation",
  decision: "decide",
  service: "serve",
  effect: "take-effect",
  formalities: "record-formalities",
  circulation: "record-circulation",
  arrangement: "record-arrangement",
  "discipline-result": "record-discipline",
} as const satisfies Record<string, ActId>;
/** The acts that do one item each. */
export type OneItemAct = (typeof actsOfItems)[keyof typeof actsOfItems];

export function actOfItem(item: string): OneItemAct | "complete-items" {
  const acts: Readonly<Record<string, OneItemAct>> = actsOfItems;
  return acts[item] ?? "complete-items";
}

/** All items whose term has begun, in the order of the subjects and of the packs, done or not. */
export function itemsOf(law: Law, state: Case): ExecutionItem[] {
  if (state.proposal === null || state.ending !== null || state.takenOver !== null) return [];
  return [...itemsOfCase(law, state), ...state.subjects.flatMap((file) => itemsOfSubject(law, state, file))];
}

/** The items that are neither done nor waived. */
export function openItemsOf(law: Law, state: Case): ExecutionItem[] {
  if (state.closing !== null) return [];
  return itemsOf(law, state).filter(isOpen);
}

export function isOpen({ doneOn, file }: ExecutionItem): boolean {
  return doneOn === null && !isWaived(file);
}

export function isWaived({ waiver }: ItemFile): boolean {
  return waiver?.decided?.approved ?? false;
}

/** Whether a waiver was asked for and has not been decided. */
export function waiverWaits({ waiver }: ItemFile): boolean {
  return waiver !== null && waiver.decided === null;
}

export const dueShape = z.discriminatedUnion("type", [
  z.object({ type: z.literal("day"), on: z.string() }),
  z.object({ type: z.literal("no-term") }),
  z.object({ type: z.literal("unpublished"), year: z.number() }),
]);
export type Due = z.output<typeof dueShape>;

/** The last day in time for an item; the year, where the calendar of working days does not have it. */
export function dueOf(
  { within, from, term }: Pick<ExecutionItem, "within" | "from" | "term">,
  calendar: Calendar,
): Due {
  const start = parseDay(from);
  if (term !== null && term.latest !== null) return { type: "day", on: term.latest };
  if (within === null || start === null) return { type: "no-term" };
  const end = termEnd(within, start, calendar);
  return end.known
    ? { type: "day", on: formatDay(end.day) }
    : { type: "unpublished", year: Number(formatDay(end.from).slice(0, 4)) };
}

function itemsOfCase(law: Law, state: Case): ExecutionItem[] {
  const [first] = state.subjects;
  if (first === undefined || state.proposal === null) return [];
  const proposed = state.proposal.on;
  const undecided = state.subjects.filter((file) => file.outcome === null);
  const last = state.decisions.at(-1)?.on ?? null;
  // What was proposed upward waits for the superior, not for us.
  const ours = undecided.length === 0 || undecided.some((file) => file.upward === null);
  return stepsOf(law, { on: proposed, subject: first.subject.kind, given: null }).flatMap((step) => {
    const asked = { subjectId: null, subjectName: null, file: emptyItemFile };
    if (step.after === "proposed")
      return [itemOf(step, { ...asked, from: proposed, doneOn: state.deliberation?.on ?? null })];
    if (step.after === "deliberated" && state.deliberation !== null && ours)
      return [itemOf(step, { ...asked, from: state.deliberation.on, doneOn: undecided.length === 0 ? last : null })];
    return [];
  });
}

function itemsOfSubject(law: Law, state: Case, file: SubjectFile): ExecutionItem[] {
  const { outcome, decided } = file;
  if (outcome === null || decided === null) return [];
  const accountable = outcome.type === "accountable";
  const { id, name, kind, managedBy, level, partyMember } = file.subject;
  const person = kind === "person" ? { level, partyMember } : null;
  const given = accountable ? { gravity: outcome.gravity, measures: outcome.measures, managedBy, person } : null;
  return stepsOf(law, { on: decided.on, subject: kind, given }).flatMap((step) => {
    const from = startOf(step, file, accountable);
    if (from === null) return [];
    const own = file.items[step.item] ?? emptyItemFile;
    const doneOn = own.completed?.on ?? doneByActs(law, step.item, state, file);
    // What was done of a decision that has been changed since was done of another one.
    const stale = doneOn !== null && doneOn < decided.on && itemsOfTheDecision.has(step.item);
    if (stale) return [itemOf(step, { subjectId: id, subjectName: name, from, doneOn: null, file: emptyItemFile })];
    return [itemOf(step, { subjectId: id, subjectName: name, from, doneOn, file: own })];
  });
}

/** The ISO day from which the item is due; null while the step before it is not done. Of an exemption only service is due. */
function startOf({ after }: Step, file: SubjectFile, accountable: boolean): string | null {
  switch (after) {
    case "proposed":
    case "deliberated":
      return null;
    case "decided":
      return file.decided?.on ?? null;
    case "served":
      return accountable ? (file.served?.on ?? null) : null;
    case "effective":
      return laterOf(file.effect?.effectiveOn ?? null, file.decided?.on ?? null);
  }
}

/** The later day: a changed decision may count from a day before it was made, and no term runs from there. */
function laterOf(effective: string | null, decided: string | null): string | null {
  return effective !== null && decided !== null && decided > effective ? decided : effective;
}

function doneByActs(law: Law, item: string, state: Case, file: SubjectFile): string | null {
  switch (item) {
    case "service":
      return file.served?.on ?? null;
    case "effect":
      return file.effect?.effectiveOn ?? null;
    case "announcement":
      return file.effect?.announcedOn ?? null;
    case "formalities":
      return file.effect?.formalitiesOn ?? null;
    case "circulation":
      return circulatedOn(law, state, file);
    case "arrangement":
      return file.arrangement?.on ?? null;
    case "discipline-referral":
    case "discipline-result":
      return file.sanctions[0]?.effective ?? null;
    default:
      return null;
  }
}

function itemOf(
  { item, name, office, cite, within, term }: Step,
  rest: Pick<ExecutionItem, "subjectId" | "subjectName" | "from" | "doneOn" | "file">,
): ExecutionItem {
  const days = term === null ? null : termOf(term, rest.from);
  return { item, name, office, cite, within, term: days, act: actOfItem(item), ...rest };
}

/** The ISO days on which the term may and must end: three months from 10 May end on 9 August. */
function termOf({ atLeast, atMost }: NonNullable<Step["term"]>, from: string): ExecutionItem["term"] {
  const start = parseDay(from);
  const end = (period: string | null) =>
    period === null || start === null ? null : formatDay(lastDayOf(start, period));
  return { earliest: end(atLeast), latest: end(atMost) };
}

/** The items with the file of one of them changed. */
export function withItem(
  items: SubjectFile["items"],
  item: string,
  change: (file: ItemFile) => ItemFile,
): SubjectFile["items"] {
  return { ...items, [item]: change(items[item] ?? emptyItemFile) };
}
