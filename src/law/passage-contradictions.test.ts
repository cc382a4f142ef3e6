// A passage of an official text against the rule that rests on it: what agrees, what contradicts, what is not spoken of.
import assert from "node:assert/strict";
import test from "node:test";
import { loadLaw } from "#app/regulations.ts";
import { contradictionsOf } from "./passage-contradictions.ts";

const law = await loadLaw();

function check(key: string, passage: string, fields: string[]): void {
  test(`${key} × ${passage}: ${fields.join() || "nothing"}`, () => {
    const [packId, ruleId] = key.split("#");
    const pack = law.upper.find(({ id }) => id === packId);
    const rule = pack?.rules.find(({ id }) => id === ruleId);
    assert.ok(pack !== undefined && rule !== undefined);
    assert.deepEqual(
      contradictionsOf(pack, rule, passage).map(({ field }) => field),
      fields,
    );
  });
}

const warning = "jilv-chufen-2018#warning";
check(warning, "受到党内警告的，一年内不得提拔", []);
check(warning, "受到党内警告的，六个月内不得提拔", ["for"]);
check(warning, "受到该处分的，不得提拔", []);
check(warning, "受到撤销党内职务的，一年内不得提拔", ["sanctions"]);
const formalities = "wenze-2019#formalities-step";
check(formalities, "手续在一个月内办理完毕", []);
check(formalities, "手续在三个月内办理完毕", ["within"]);
const opening = "wenze-2019#opening";
check(opening, "启动问责调查，应当经批准", []);
check(opening, "启动问责调查，可以经批准", ["force"]);
check(opening, "启动问责调查，由主要负责人批准", []);
check("wenze-2019#superior-opens", "上级应当直接启动", ["force"]);
