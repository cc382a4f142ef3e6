// When a history is complete for a day asked about, and who may say so.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Refusal } from "#law/refusal.ts";
import { people } from "../../../test/casework/played.ts";
import { isHistoryComplete, refusalsOfArrival, refusalsOfConfirming, refusalsOfStatement } from "./history.ts";
import type { History, Statement } from "./history.ts";

const declared: History = { since: "2019-04-25", fileUnseen: false };

function check(history: History, asked: string | number, complete: boolean): void {
  const time = typeof asked === "number" ? { date: null, year: asked } : { date: asked, year: null };
  assert.equal(isHistoryComplete(history, time), complete, String(asked));
}

function isRefused(refusals: readonly Refusal[], code: string): void {
  assert.deepEqual(
    refusals.map((one) => one.code),
    [code],
  );
}

test("a declaration covers questions about its day and later ones, and of a year the last day counts", () => {
  check(declared, "2019-04-24", false);
  check(declared, "2019-04-25", true);
  check(declared, "2026-11-23", true);
  check(declared, 2018, false);
  check(declared, 2019, true);
});

test("without a declaration nothing is complete, and with an earlier file unseen nothing of that person", () => {
  check({ since: null, fileUnseen: false }, "2026-11-23", false);
  check({ ...declared, fileUnseen: true }, "2026-11-23", false);
  check({ ...declared, fileUnseen: true }, 2026, false);
});

const statement: Statement = {
  id: "s1",
  of: { type: "district", since: "2019-04-25" },
  personId: null,
  entered: "2019年以来的处理、处分",
  basis: "清理报告",
  enteredAt: "2026-08-01T02:00:00.000Z",
  enteredBy: "personnel",
  enteredName: "personnel",
  confirmation: null,
};

test("no day to come is declared, and nobody arrives tomorrow", () => {
  const known = { actor: people.personnel, today: "2026-11-23" };
  isRefused(
    refusalsOfStatement({ ...statement, of: { type: "district", since: "2026-11-24" } }, known),
    "date-in-the-future",
  );
  isRefused(refusalsOfArrival({ personId: "p1", on: "2026-11-24", fromUnit: "某市某局" }, known), "date-in-the-future");
  assert.deepEqual(refusalsOfStatement({ ...statement, of: { type: "district", since: "2026-11-23" } }, known), []);
});

test("another person confirms it, once, with reasons where it is sent back, and not of their own family", () => {
  const first = ["personnel"];
  const confirm = (more: Partial<Statement>, actor = people.officer, confirmed = true) =>
    refusalsOfConfirming({ ...statement, ...more }, { confirmed, reasons: "" }, { actor, first });
  assert.deepEqual(confirm({}), []);
  isRefused(confirm({}, { ...people.officer, accountId: "personnel" }), "four-eyes");
  isRefused(confirm({}, { ...people.officer, kinAccountIds: ["personnel"] }), "four-eyes");
  isRefused(confirm({}, people.officer, false), "reasons-missing");
  isRefused(
    confirm({ confirmation: { confirmed: true, reasons: "", signedAt: "", signedBy: "x", signedName: "x" } }),
    "signed-already",
  );
  isRefused(confirm({ personId: "p3" }, { ...people.officer, personId: "p3" }), "own-history");
});
