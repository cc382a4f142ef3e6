// The name of a subject, as the history gives it.
import type { MatterView } from "#matters/contract/matters.ts";
import type { CaseworkEvent } from "#casework/events.ts";
import { listed, withAside } from "../language.ts";
import { m } from "../paraglide/messages.js";

export function subjectNameIn(view: MatterView, subjectId: string): string {
  for (const { event } of view.history)
    if ((event.type === "subject-added" || event.type === "paper-entered") && event.subject.id === subjectId)
      return event.subject.name;
  return subjectId;
}

export function who(view: MatterView, subjectId: string): [name: string, words: string] {
  return [m.subject(), subjectNameIn(view, subjectId)];
}

/** So many names stand on one line; of more their number is told. */
const namesShown = 3;

/** The subjects that an event names, in brackets behind its name; empty where it concerns the matter as a whole. */
export function aboutWhom(view: MatterView, event: CaseworkEvent): string {
  const names = [...new Set(subjectIdsOf(event).map((id) => subjectNameIn(view, id)))];
  const added = event.type === "subject-added" ? [event.subject.name] : [];
  const all = [...added, ...names];
  if (all.length === 0) return "";
  const shown = listed(all.slice(0, namesShown));
  return withAside("", all.length > namesShown ? m.and_others({ names: shown, count: all.length }) : shown);
}

function subjectIdsOf(event: CaseworkEvent): string[] {
  if ("subjectId" in event) return [event.subjectId];
  if ("subjectIds" in event) return [...event.subjectIds];
  if ("proposals" in event) return event.proposals.map(({ subjectId }) => subjectId);
  if ("outcomes" in event) return event.outcomes.map(({ subjectId }) => subjectId);
  if ("items" in event) return event.items.map(({ subjectId }) => subjectId);
  return "returned" in event ? event.returned.map(({ subjectId }) => subjectId) : [];
}
