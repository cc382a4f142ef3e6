// A call of each list and search that leaves an entry with what was asked and how many came.
import { randomUUID } from "node:crypto";
import { addAlarm } from "#log/rows/alarms.ts";
import { inTransaction } from "#database/database.ts";
import { persons } from "./world.ts";
import type { Role } from "#casework/roles.ts";
import type { Reply } from "./world.ts";
import { world } from "./logged-acts.ts";

const { call } = world;
const search = (as: Role, path: string, body: object = {}) => call({ as, method: "POST", path, body });

export const listCalls: Record<string, () => Promise<Reply>> = {
  "matters.leads": () => search("discipline-officer", "/api/leads/search"),
  "matters.similarLeads": () =>
    search("discipline-officer", "/api/leads/similar", {
      summary: "反映项目审批问题",
      concerned: [{ name: persons.subject.name, unit: "生态环境局", personId: persons.subject.id }],
    }),
  "matters.cases": () => search("reviewer", "/api/cases/search"),
  "supervision.items": () => search("reviewer", "/api/supervision/search"),
  "bodies.list": () => search("reviewer", "/api/bodies/search"),
  "registry.persons": () => search("reviewer", "/api/persons/search", { query: "周明远" }),
  "clearance.list": () => search("personnel-officer", "/api/clearance/search"),
  "letters.list": () => search("personnel-officer", "/api/letters/search"),
  "imports.list": () => search("personnel-officer", "/api/imports/search"),
  "imports.rows": async () => {
    const body = { key: randomUUID(), kind: "honours", text: "姓名\t荣誉\n张三\t先进" };
    const pasted = await search("personnel-officer", "/api/imports", body);
    const { importId = "nobody-knows" } = pasted.json as { importId?: string };
    return search("personnel-officer", `/api/imports/${importId}/rows`);
  },
  "history.unseen": () => search("personnel-officer", "/api/history/unseen"),
  "log.alarms": () => call({ as: "audit-administrator", method: "GET", path: "/api/log/alarms" }),
  "log.answerAlarm": async () => {
    const id = randomUUID();
    const at = "2026-07-31T02:00:00.000Z";
    const scope = { jurisdictionId: world.app.jurisdictionId, accountId: null };
    await inTransaction(world.app.database, scope, (trx) =>
      addAlarm(trx, { id, rule: "refusals", accountId: "somebody", accountName: "某人", count: 30, since: at, at }),
    );
    return search("audit-administrator", `/api/log/alarms/${id}`, { key: randomUUID(), found: "已核实" });
  },
};
