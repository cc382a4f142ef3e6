// One appointment, grade or honour entered by hand: read and written as a row of an import is, with the same refusals.
import type { Actor } from "#casework/actor.ts";
import { columnsOf } from "../rules/import-columns.ts";
import type { ImportKind } from "../rules/import-columns.ts";
import { findPersons } from "#registry/rows/persons.ts";
import { administer } from "#accounts/uses/accounts.ts";
import type { Administered } from "#accounts/uses/accounts.ts";
import type { App } from "#kernel/app.ts";
import { keyUsedFor, onceOnly } from "#kernel/once.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import { nowOf } from "#kernel/time.ts";
import { contextFor } from "./plan.ts";
import { RowPlan } from "./planned.ts";
import { planRecord } from "./plan-records.ts";
import { writeAll } from "./write.ts";

export type RegisterInput = {
  key: string;
  personId: string;
  kind: Exclude<ImportKind, "persons">;
  /** By column of the kind, as it would stand in a sheet. */
  cells: Record<string, string>;
};

/** Every column that is wrong is refused by its id. What is on record already changes nothing. */
export async function registerRecord(
  app: App,
  actor: Actor,
  { key, ...content }: RegisterInput,
): Promise<Administered<{ personId: string; changed: boolean }>> {
  return administer(app, actor, "register-record", async (trx) => {
    const once = await onceOnly<{ personId: string; changed: boolean }>(trx, {
      accountId: actor.accountId,
      key,
      what: "register-record",
      content,
    });
    if (once.type === "other-request") return keyUsedFor();
    if (once.type === "again") return { type: "done", answer: once.answer };
    const { kind, personId, cells } = content;
    const [person] = await findPersons(trx, [personId]);
    if (person === undefined || person.mergedInto !== null) return { type: "not-found" };
    const columns = columnsOf(kind);
    const places = new Map(columns.map(({ id }, index) => [id, index]));
    const row = columns.map(({ id }) => (cells[id] ?? "").trim());
    const plan = new RowPlan(kind, places, { row: 1, cells: row });
    const context = await contextFor(app, trx, { units: [plan.cell("unit")], unitsAndPosts: [] });
    await planRecord(trx, context, kind, plan, person);
    const { detail, writing, outcome } = plan.finish();
    if (detail.problems.length > 0)
      return {
        type: "refused",
        refusals: detail.problems.map(({ column, message }) => ({
          code: "wrong-cell",
          message: { zh: column === "" ? message : `${column}：${message}`, en: message },
          source: null,
          field: columns.find(({ heading }) => heading === column)?.id ?? "",
        })),
      };
    await writeAll(trx, app.keys, [writing], {
      by: actor.accountId,
      name: actor.name,
      at: nowOf(app),
      source: "entered",
    });
    await recordAdministration(app, trx, actor, "register-record", { personId, kind, changes: detail.changes });
    const answer = { personId, changed: outcome !== "same" };
    await once.keep(answer);
    return { type: "done", answer };
  });
}
