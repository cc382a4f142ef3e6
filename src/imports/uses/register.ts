// One appointment, grade or honour entered by hand: read and written as a row of an import is, with the same refusals.
import type { EndpointInput } from "#kernel/contract/meta.ts";
import type { registry } from "#registry/contract.ts";
import { isKin, kinOf } from "#casework/actor.ts";
import { refusalOfOwnPerson } from "#eligibility/uses/eligibility.ts";
import type { Actor } from "#casework/actor.ts";
import { columnsOf } from "../rules/import-column-names.ts";
import { findPersons } from "#registry/rows/persons.ts";
import { administer } from "#kernel/administer.ts";
import { notFound } from "#kernel/answer.ts";
import type { Answer } from "#kernel/answer.ts";
import type { App } from "#kernel/app.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import { nowOf } from "#kernel/time.ts";
import { contextFor } from "./plan.ts";
import { RowPlan } from "./planned.ts";
import { planRecord } from "./plan-records.ts";
import { writeAll } from "./write.ts";

export type RegisterInput = EndpointInput<typeof registry.registerRecord>;

/** Every column that is wrong is refused by its id. What is on record already changes nothing. */
export async function registerRecord(
  app: App,
  actor: Actor,
  { key, ...content }: RegisterInput,
): Promise<Answer<{ personId: string; changed: boolean }>> {
  return administer(app, actor, { what: "register-record", key, content }, async (trx) => {
    const { kind, personId, cells } = content;
    const [person] = await findPersons(trx, [personId]);
    if (person === undefined || person.mergedInto !== null) return notFound;
    if (isKin(actor, personId)) return { type: "refused", refusals: [refusalOfOwnPerson(app, "personId")] };
    const columns = columnsOf(kind);
    const places = new Map(columns.map(({ id }, index) => [id, index]));
    const row = columns.map(({ id }) => (cells[id] ?? "").trim());
    const plan = new RowPlan(kind, places, { row: 1, cells: row });
    const context = await contextFor(app, trx, { units: [plan.cell("unit")], unitsAndPosts: [] });
    await planRecord(trx, context, kind, plan, person);
    const { detail, writing, outcome } = plan.finish(new Set(kinOf(actor)));
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
    return { type: "done", answer };
  });
}
