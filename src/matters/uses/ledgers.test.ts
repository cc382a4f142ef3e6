// Lamps, at both sides of each edge.
import assert from "node:assert/strict";
import test from "node:test";
import { dueStatusOf } from "./ledgers.ts";

function check(name: string, dueOn: string | null, dueStatus: string) {
  test(name, () => assert.equal(dueStatusOf(dueOn, "2026-07-31"), dueStatus));
}

check("no due day, no lamp", null, "none");
check("a due day eight days off is green", "2026-08-08", "green");
check("a due day seven days off is yellow", "2026-08-07", "yellow");
check("a due day today is yellow", "2026-07-31", "yellow");
check("a due day yesterday is red", "2026-07-30", "red");
