// The name of a subject, as the history gives it.
import type { MatterView } from "#api/matters.ts";
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
