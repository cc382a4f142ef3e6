// Passages as official texts write them against the rules that we took from summaries.
import assert from "node:assert/strict";
import test from "node:test";
import { readPackFiles } from "#law-admin/packs/pack-files.ts";
import { regulationsFolder } from "#law-admin/packs/regulations.ts";
import { readPack } from "../pack/parse-pack.ts";
import { contradictionsOf } from "./passages.ts";

const packs = (await readPackFiles(regulationsFolder)).map((files) => readPack(files).pack);

/** `fields` are those that the passage contradicts, in order. */
function check(id: string, name: string, passage: string, fields: string[]): void {
  test(`${id}/${name}: ${passage}`, () => {
    const pack = packs.find((one) => one?.id === id);
    const rule = pack?.rules.find((one) => one.id === name);
    assert.ok(pack);
    assert.ok(rule, name);
    const found = contradictionsOf(pack, rule, passage);
    assert.deepEqual(
      found.map((one) => one.field),
      fields,
      JSON.stringify(found),
    );
  });
}

const both = "党员受到警告处分一年内、受到严重警告处分一年半内，不得在党内提拔职务或者进一步使用";
check("jilv-chufen-2023", "warning", both, []);
check("jilv-chufen-2023", "serious-warning", both, []);
check("jilv-chufen-2023", "warning", both.replace("一年内", "二年内"), ["for"]);
check("jilv-chufen-2023", "serious-warning", both.replace("一年半", "一年"), ["for"]);
check("jilv-chufen-2023", "serious-warning", both.replace("严重警告", "记过"), ["sanctions"]);
check("jilv-chufen-2023", "warning", "党员受到警告处分一年内，不得评选先进", ["bars"]);
check("jiemian-2015", "admonition-promotion", "受到诫勉的领导干部，6个月内不得提拔或者重用", []);
check("jiemian-2015", "admonition-promotion", "受到诫勉的领导干部，3个月内不得提拔或者重用", ["for"]);
check("wenze-2019", "milder", "及时采取补救措施、主动配合调查的，可以从轻或者减轻问责", []);
check("wenze-2019", "milder", "及时采取补救措施、主动配合调查的，应当免予问责", ["force", "direction"]);
check("wenze-2019", "accountability-appeal-until", "可以自收到问责决定之日起1个月内，提出书面申诉", []);
check("wenze-2019", "accountability-appeal-until", "可以自收到问责决定之日起三十日内，提出书面申诉", ["length"]);
check("wenze-2019", "opening", "启动问责调查，报请主要负责人批准", []);
