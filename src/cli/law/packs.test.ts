// Writing a pack as a lawyer does it: the guide, the template, the schemas, and a folder of one's own.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { parse } from "yaml";
import { z } from "zod";
import { checkedPacks } from "#law-admin/packs/pack-checks.ts";
import { readOwnPackFiles, readPackFiles } from "#law-admin/packs/pack-files.ts";
import { BrokenRegulation, loadLaw, regulationsFolder } from "#law-admin/packs/regulations.ts";
import { answerLine } from "#law/bulk/facts.ts";
import { packSchemas } from "#law/pack/pack-schemas.ts";
import { ruleMeanings } from "#law/pack/words.ts";
import { ruleSchema } from "#law/pack/rule.ts";
import { runLawCheck } from "./check.ts";
import { runLawNew } from "./new.ts";
import { runLawUnguarded } from "./unguarded.ts";
import { recordLaw, placeOf, refuseOtherLaw } from "../place.ts";

const guide = readFileSync(path.join(regulationsFolder, "GUIDE.md"), "utf8");
const sources = await readPackFiles(regulationsFolder);

/** What a command says, with its exit code. */
async function said(work: () => Promise<number>): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const { log, error } = console;
  console.log = console.error = (...words: unknown[]) => void lines.push(words.join(" "));
  try {
    return { code: await work(), text: lines.join("\n") };
  } finally {
    console.log = log;
    console.error = error;
  }
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "wenze-packs-"));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const blanks: [string, string][] = [
  ["【待填：施行日期，如 2024年1月1日】", "2024年1月1日"],
  ["【待填：施行日期，如 2024-01-01】", "2024-01-01"],
  ["【待填：文件标题】", "某县问责办法"],
  ["【待填：英文标题】", "Measures of Some County"],
  ["【待填：决定机关】", "县委"],
  ["【待填：决定机关的英文】", "County Party Committee"],
  ["【待填：地方】", "全县"],
  ["【待填：文本来源】", "自拟"],
];

async function makeFilled(folder: string): Promise<string> {
  await said(() => runLawNew(["some-county-2024", "--regulations", folder]));
  const pack = path.join(folder, "some-county-2024");
  for (const name of readdirSync(pack)) {
    const file = path.join(pack, name);
    const filled = blanks.reduce((text, [blank, word]) => text.replaceAll(blank, word), readFileSync(file, "utf8"));
    writeFileSync(file, filled);
  }
  return pack;
}

test("The schemas for editors are those of the program; `wenze law schema` writes them again", () => {
  for (const [name, text] of Object.entries(packSchemas()))
    assert.ok(
      readFileSync(path.join(regulationsFolder, name), "utf8") === text,
      `${name} is stale: run wenze law schema`,
    );
});

test("Every pack that ships fits the schema for editors, and a wrong field does not", () => {
  // Written by the program itself, as the test before holds.
  const schemaIn = (name: string) =>
    JSON.parse(readFileSync(path.join(regulationsFolder, name), "utf8")) as Parameters<typeof z.fromJSONSchema>[0];
  const read = (name: string) => z.fromJSONSchema(schemaIn(name));
  const rules = read("schema.json");
  const examples = read("schema-examples.json");
  for (const files of sources) {
    assert.equal(rules.safeParse(parse(files.rules)).success, true, files.id);
    assert.equal(examples.safeParse(parse(files.examples)).success, true, files.id);
    assert.match(files.rules, /^# yaml-language-server: \$schema=\.\.\/schema\.json\n/);
  }
  const wrong = sources[0]?.rules.replace("layer:", "layers:");
  assert.equal(rules.safeParse(parse(wrong ?? "")).success, false);
});

test("The guide has an example of every kind of rule, each of them a rule of a pack here", () => {
  const blocks = [...guide.matchAll(/```yaml\n(- kind: [^]*?)```/g)].map(([, block = ""]) => parse(block) as unknown[]);
  const rules = blocks.flat().map((rule) => ruleSchema.parse(rule));
  assert.deepEqual([...new Set(rules.map(({ kind }) => kind))].toSorted(), Object.keys(ruleMeanings).toSorted());
  const all = sources.flatMap((files) => z.object({ rules: z.array(ruleSchema) }).parse(parse(files.rules)).rules);
  for (const rule of rules)
    assert.ok(
      all.some((one) => JSON.stringify(one) === JSON.stringify(rule)),
      `${rule.kind} ${rule.id} of the guide is in no pack`,
    );
});

test("A template says what is left, is refused until that is filled in, and passes then", async () => {
  await inFolder(async (folder) => {
    const made = await said(() => runLawNew(["some-county-2024", "--regulations", folder]));
    assert.equal(made.code, 0);
    assert.match(made.text, /rules\.yaml:\d+: 尚未填写：决定机关/);
    const left = await said(() => runLawCheck(["--regulations", folder]));
    assert.equal(left.code, 1);
    assert.match(left.text, /some-county-2024\/text\.md:3: 尚未填写：文件标题/);
    rmSync(path.join(folder, "some-county-2024"), { recursive: true });
    await makeFilled(folder);
    assert.equal((await said(() => runLawCheck(["--regulations", folder]))).code, 0);
  });
});

test("A template is never written over, and a name that is none is refused", async () => {
  await inFolder(async (folder) => {
    mkdirSync(path.join(folder, "mine"));
    assert.match((await said(() => runLawNew(["mine", "--regulations", folder]))).text, /已经存在/);
    for (const name of ["Some County", "../out", "县"])
      assert.equal((await said(() => runLawNew([name, "--regulations", folder]))).code, 1);
    assert.deepEqual(readdirSync(folder), ["mine"]);
  });
});

test("A pack in a folder of one’s own answers beside the upper norms that ship", async () => {
  await inFolder(async (folder) => {
    await makeFilled(folder);
    mkdirSync(path.join(folder, "data"));
    const law = await loadLaw({ folder, regulation: "some-county-2024" });
    assert.ok(law.upper.length > 5);
    const answer = answerLine(law, {
      format: 1,
      measures: [{ kind: "免职", effective: "2025-05-10", originalLevel: "乡科级正职" }],
      question: { purpose: "提拔", date: "2027-05-09", toLevel: "县处级副职" },
    });
    assert.equal(answer["answer"], "barred");
    assert.equal(answer["until"], "2027-05-09");
  });
});

test("A fault in a folder of one’s own is refused with file, line and clause, before any answer", async () => {
  await inFolder(async (folder) => {
    const pack = await makeFilled(folder);
    const file = path.join(pack, "rules.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace("for: P12M", "for: P6M"));
    await assert.rejects(loadLaw({ folder, regulation: "some-county-2024" }), (error: unknown) => {
      assert.ok(error instanceof BrokenRegulation);
      assert.ok(error.message.startsWith(`${folder}/some-county-2024/rules.yaml:`), error.message);
      assert.match(error.message, /rules\.yaml:\d+: 《某县问责办法》第五条：.*P6M/);
      return true;
    });
  });
});

/** What `law check` says of a filled template after a change to its files, line by line. */
async function checked(change: (pack: string, folder: string) => void, ...more: string[]): Promise<string[]> {
  let lines: string[] = [];
  await inFolder(async (folder) => {
    change(await makeFilled(folder), folder);
    lines = (await said(() => runLawCheck(["--regulations", folder, ...more]))).text.split("\n");
  });
  return lines;
}

test("A file that is empty, missing or no UTF-8 is named before everything else, and how to mend it", async () => {
  // 中国 in GB 18030.
  const gbk = await checked((pack) =>
    writeFileSync(path.join(pack, "rules.yaml"), Buffer.from([0xd6, 0xd0, 0xb9, 0xfa])),
  );
  assert.match(gbk[0] ?? "", /rules\.yaml:1: 文件不是 UTF-8 编码，像是 GBK/);
  assert.match(gbk[1] ?? "", /改法：.*另存为 UTF-8/);
  const utf16 = await checked((pack) =>
    writeFileSync(path.join(pack, "notes.md"), Buffer.from("\ufeff说明", "utf16le")),
  );
  assert.match(utf16[0] ?? "", /notes\.md:1: 文件不是 UTF-8 编码，像是 UTF-16/);
  const empty = await checked((pack) => writeFileSync(path.join(pack, "text.md"), " \n"));
  assert.match(empty[0] ?? "", /text\.md:1: 文件是空的/);
  const missing = await checked((pack) => rmSync(path.join(pack, "examples.yaml")));
  assert.match(missing[0] ?? "", /examples\.yaml:1: 没有这个文件/);
  const marked = await checked((pack) => {
    const file = path.join(pack, "rules.yaml");
    writeFileSync(file, `\ufeff${readFileSync(file, "utf8")}`);
  });
  assert.match(marked[0] ?? "", /法规检查通过/);
});

test("A pack with the id of one that ships is refused and takes nobody’s place", async () => {
  const copied = await checked((pack, folder) => {
    const own = path.join(folder, "wenze-2019");
    mkdirSync(own);
    for (const name of readdirSync(pack)) writeFileSync(path.join(own, name), readFileSync(path.join(pack, name)));
    writeFileSync(
      path.join(own, "rules.yaml"),
      readFileSync(path.join(pack, "rules.yaml"), "utf8").replace("some-county-2024", "wenze-2019"),
    );
  });
  assert.match(copied.join("\n"), /编号 wenze-2019 与随附的一部规定相同/);
  await inFolder(async (folder) => {
    const pack = await makeFilled(folder);
    const own = path.join(folder, "wenze-2019");
    mkdirSync(own);
    for (const name of readdirSync(pack)) writeFileSync(path.join(own, name), readFileSync(path.join(pack, name)));
    await assert.rejects(loadLaw({ folder, regulation: "some-county-2024" }), /编号 wenze-2019 与随附/);
  });
});

test("A fault of form hides no fault of words, each names its rule and what it has, and many are counted", async () => {
  const edit = (pack: string, from: string, to: string): void => {
    const file = path.join(pack, "rules.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replaceAll(from, to));
  };
  const lines = await checked((pack) => {
    edit(pack, "gravity: [lighter]", "gravity: [ligther]");
    edit(pack, "for: P24M", "for: P12M");
    edit(
      pack,
      "    handling: any\n    bars: [promotion]\n    for: P12M\n    baseline: present",
      "    handlng: any\n    bars: [promotion]\n    for: P12M\n    baseline: present",
    );
  });
  const text = lines.join("\n");
  assert.match(text, /规则 lighter（tier）的字段 gravity\[0\]为 ligther，应为 .*是否为 lighter/u);
  assert.match(text, /规则 transfer-promotion（restriction）没有字段 handlng，是否为 handling/u);
  assert.match(text, /规则 transfer-promotion（restriction）缺少字段 handling/u);
  assert.match(text, /规则 removal-promotion：期限（for）为 P12M，按所引文字应为 P24M/u);
  assert.match(text, /改法：把 for 改为 P24M/u);
  const many = (pack: string): void => {
    const file = path.join(pack, "rules.yaml");
    const rule = (at: number): string =>
      `\n  - { kind: excuse, id: x-${at}, cite: '99', quote: 无此文字, reason: { zh: 无, en: none } }\n`;
    writeFileSync(file, readFileSync(file, "utf8") + Array.from({ length: 50 }, (_, at) => rule(at)).join(""));
  };
  const capped = await checked(many);
  assert.equal(capped.filter((line) => line.includes("/rules.yaml:")).length, 20);
  assert.match(capped.join("\n"), /some-county-2024：另有 30 处未列出/);
  assert.equal((await checked(many, "--all")).filter((line) => line.includes("/rules.yaml:")).length, 50);
});

test("A report is kept by content: the same texts are not checked again, changed ones are", async () => {
  await inFolder(async (folder) => {
    const pack = await makeFilled(folder);
    const cache = path.join(folder, "cache");
    const read = () =>
      readOwnPackFiles(folder, regulationsFolder).then((files) => files.filter(({ id }) => id !== "cache"));
    assert.deepEqual(checkedPacks(await read(), cache).problems, []);
    const [kept = ""] = readdirSync(cache);
    const report = { problems: [], packs: 1, rules: 2, examples: 3, shownOnly: [] };
    writeFileSync(path.join(cache, kept), JSON.stringify(report));
    assert.deepEqual(checkedPacks(await read(), cache), report);
    const file = path.join(pack, "rules.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace("for: P12M", "for: P6M"));
    assert.ok(checkedPacks(await read(), cache).problems.length > 0);
  });
});

test("`law unguarded` names the fields of a template that nothing guards, and none of what the checks hold", async () => {
  await inFolder(async (folder) => {
    await makeFilled(folder);
    const told = await said(() => runLawUnguarded(["some-county-2024", "--regulations", folder]));
    assert.match(told.text, /逐一改动 \d+ 处：格式和检查发现 \d+ 处/);
    assert.doesNotMatch(told.text, /transfer-promotion（restriction）的 (?:for|bars|measures|baseline|reach|ground) /);
    assert.equal((await said(() => runLawUnguarded(["nothing"]))).code, 1);
  });
});

test("A folder with a vocabulary of its own stands alone", async () => {
  await inFolder(async (folder) => {
    await makeFilled(folder);
    writeFileSync(path.join(folder, "vocabulary.yaml"), readFileSync(path.join(regulationsFolder, "vocabulary.yaml")));
    const law = await loadLaw({ folder, regulation: "some-county-2024" });
    assert.deepEqual(law.upper, []);
  });
});

test("Data founded on one regulation remember it, and are not opened with another", async () => {
  await inFolder(async (folder) => {
    await Promise.resolve();
    const data = path.join(folder, "data");
    const chosen = placeOf(data, { regulation: "some-county-2024", regulations: folder });
    recordLaw(chosen);
    assert.deepEqual(placeOf(data).law, { regulation: "some-county-2024", folder });
    refuseOtherLaw(placeOf(data));
    assert.throws(() => refuseOtherLaw(placeOf(data, { regulation: "another" })), /some-county-2024/);
    const plain = placeOf(path.join(folder, "other"));
    assert.equal(plain.law, undefined);
    refuseOtherLaw(plain);
    assert.throws(() => refuseOtherLaw(placeOf(path.join(folder, "other"), { regulation: "another" })), /another/);
  });
});
