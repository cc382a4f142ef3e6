// An item of execution in the words of an event.
import { textOf } from "../language.ts";
import { m } from "../paraglide/messages.js";
import type { MatterView } from "#matters/contract/matters.ts";
import { subjectNameIn } from "./subject-name.ts";
import type { Law } from "#law/compile/law.ts";
import { stepName } from "#law/procedure/steps.ts";

/** With its subject. */
export function itemIn(view: MatterView, law: Law, { subjectId, item }: { subjectId: string; item: string }): string {
  const name = stepName(law, item);
  const subject = subjectNameIn(view, subjectId);
  return m.item_of_subject({ subject, item: name === null ? item : textOf(name) });
}
