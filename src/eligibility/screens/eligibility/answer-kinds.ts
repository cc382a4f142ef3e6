// The nine ways a line can be answered: five answers, several of that name, one of that name in another unit, nobody of that name, and 回避.
import type { EligibilityLine } from "../../contract/eligibility.ts";
import type { Law } from "#law/compile/law.ts";
import { m } from "#web/paraglide/messages.js";
import { answerName } from "#web/law/answer-name.ts";

export const kinds = [
  "barred",
  "needs-confirmation",
  "needs-consent",
  "pending",
  "name-only",
  "several",
  "no-such-person",
  "recused",
  "clear",
] as const;
export type Kind = (typeof kinds)[number];

export function kindOf(line: EligibilityLine): Kind {
  return line.match === "one" ? line.answer : line.match;
}

export function kindName(law: Law, kind: Kind): string {
  if (kind === "name-only") return m.match_name_only();
  if (kind === "several") return m.match_several();
  if (kind === "no-such-person") return m.match_none();
  if (kind === "recused") return m.match_recused();
  return answerName(law, kind);
}
