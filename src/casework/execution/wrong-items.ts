// Why items cannot be done, assigned or waived: not there, done, waived, another act's, another office's.
import type { Refusal } from "#law/refusal.ts";
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
import { roleNames } from "../roles.ts";
import type { RefusalCode } from "../refusal-codes.ts";

/** `asked` by subject and item; each wrong one with the clause that asks for it. "complete" also asks whose it is. */
export function wrongItems(
  known: readonly ExecutionItem[],
  asked: readonly { subjectId: string; item: string }[],
  context: Context,
  way: "complete" | "assign" | "waive",
): Refusal[] {
  const field = way === "waive" ? "item" : "items";
  return asked.flatMap(({ subjectId, item }) => {
    const one = known.find((other) => other.subjectId === subjectId && other.item === item);
    const refuse = (code: RefusalCode, zh: string, en: string) => [
      refusal(context, code, { zh, en }, one?.cite ?? "service", field),
    ];
    if (one === undefined)
      return refuse("no-such-item", "所选事项不在本案的执行清单中，或者尚未到办理时", "There is no such item yet");
    const zh = `“${one.name.zh}”（${one.subjectName ?? ""}）`;
    const en = `“${one.name.en}” (${one.subjectName ?? ""})`;
    if (one.doneOn !== null)
      return refuse("done-already", `${zh}已于 ${one.doneOn} 办理`, `${en} was done on ${one.doneOn}`);
    if (isWaived(one.file)) return refuse("waived", `${zh}已批准免办`, `${en} has been waived`);
    if (way === "complete" && one.act !== "complete-items") {
      const act = otherActs[one.act].names;
      return refuse("another-act", `${zh}请通过“${act.zh}”办理`, `${en} is done by “${act.en}”`);
    }
    if (way === "complete" && !worksFor(context.actor, one.office)) {
      const roles = rolesOfOffice(one.office);
      const by = {
        zh: `${zh}由${roles.map((role) => roleNames[role].zh).join("、")}办理`,
        en: `${en} is done by: ${roles.map((role) => roleNames[role].en).join(", ")}`,
      };
      return [refusal(context, "another-office", by, null, field)];
    }
    return [];
  });
}

/** Not by way of the list of all acts, in which the callers of this stand themselves. */
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
