// Why items cannot be done, assigned or waived: not there, done, waived, another act's, another office's.
import type { Refusal } from "#law/refusal.ts";
import type { Sentence } from "#law/text/citation.ts";
import { refusal } from "../act.ts";
import type { Context } from "../act.ts";
import { decideCase } from "../acts/decide/act.ts";
import { recordArrangement } from "../acts/record-arrangement/act.ts";
import { recordCirculation } from "../acts/record-circulation/act.ts";
import { recordDeliberation } from "../acts/record-deliberation/act.ts";
import { recordDiscipline } from "../acts/record-discipline/act.ts";
import { recordFormalities } from "../acts/record-formalities/act.ts";
import { serve } from "../acts/serve/act.ts";
import { takeEffect } from "../acts/take-effect/act.ts";
import { isWaived } from "./execution.ts";
import type { ExecutionItem, OneItemAct } from "./execution.ts";
import { rolesOfOffice, worksFor } from "../offices.ts";
import { roleNames } from "../words/role-names.ts";
import type { RefusalCode } from "../refusal-codes.ts";
import { anotherAct, anotherOffice, doneAlready, itemOf, noSuchItem, waived } from "./execution-words.ts";

/** One refusal for each item asked for that cannot be dealt with so, citing the clause that asks for it. “complete” also asks whose it is. */
export function refusalsOfItems(
  known: readonly ExecutionItem[],
  asked: readonly { subjectId: string; item: string }[],
  context: Context,
  way: "complete" | "assign" | "waive",
): Refusal[] {
  const field = way === "waive" ? "item" : "items";
  return asked.flatMap(({ subjectId, item }) => {
    const one = known.find((other) => other.subjectId === subjectId && other.item === item);
    const refuse = (code: RefusalCode, says: Sentence) => [refusal(context, code, says, one?.cite ?? "service", field)];
    if (one === undefined) return refuse("no-such-item", noSuchItem);
    const named = itemOf(one.name, one.subjectName);
    if (one.doneOn !== null) return refuse("done-already", doneAlready(named, one.doneOn));
    if (isWaived(one.file)) return refuse("waived", waived(named));
    if (way === "complete" && one.act !== "complete-items")
      return refuse("another-act", anotherAct(named, otherActs[one.act].names));
    if (way === "complete" && !worksFor(context.law, context.actor, one.office)) {
      const roles = rolesOfOffice(context.law, one.office).map((role) => roleNames[role]);
      return [refusal(context, "another-office", anotherOffice(named, roles), null, field)];
    }
    return [];
  });
}

/** Not taken from the list of all acts, which holds the acts that call this. */
const otherActs = {
  "record-deliberation": recordDeliberation,
  decide: decideCase,
  serve,
  "take-effect": takeEffect,
  "record-formalities": recordFormalities,
  "record-circulation": recordCirculation,
  "record-arrangement": recordArrangement,
  "record-discipline": recordDiscipline,
} as const satisfies { [Id in OneItemAct]: { id: Id } };
