// Quotation marks stand only round words that were found in a text marked as the text.
import assert from "node:assert/strict";
import test from "node:test";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { citedWords } from "./cited-words.ts";
import { citationOf } from "./cite.ts";
import type { Cited } from "./cite.ts";
import type { Pack } from "../pack/pack.ts";

const law = await loadLaw();

function packOf(id: string): Pack {
  const found = [law.regulation, ...law.upper].find((pack) => pack.id === id);
  if (found === undefined) throw new Error(`there is no pack ${id}`);
  return found;
}

function check(name: string, pack: Pack, rule: Cited, expected: string): void {
  test(name, () => assert.equal(citedWords(citationOf(pack, rule)).zh, expected));
}

const zone = packOf("benxi-gaoxin-2019-31");
const transfer = { cite: "13.1", quote: "受到调离岗位处理的，一年内不得提拔" };
const title = "《高新区党政领导干部不担当不作为问责办法（试行）》";
check("the regulation's own words", zone, transfer, `${title}第十三条第一款：“受到调离岗位处理的，一年内不得提拔”`);
check(
  "words that the regulation does not have",
  zone,
  { ...transfer, quote: "受到调离岗位处理的，两年内不得提拔" },
  `${title}第十三条第一款，大意：受到调离岗位处理的，两年内不得提拔`,
);
check(
  "words of the regulation at another place than the one cited",
  zone,
  { ...transfer, cite: "13.2" },
  `${title}第十三条第二款，大意：受到调离岗位处理的，一年内不得提拔`,
);

const upper = { ...packOf("wenze-2019"), title: { zh: "某规定", en: "Some Norm" } };
const [first] = upper.clauses.filter(({ at }) => at !== "");
const clause = { at: "9", role: "paragraph", label: { zh: "《某规定》第九条", en: "" }, line: 1 } as const;
const norm = (mark: NonNullable<typeof first>["mark"], passages?: Pack["passages"]): Pack => ({
  ...upper,
  clauses: [{ ...clause, mark, text: "应当及时办理" }],
  ...(passages === undefined ? {} : { passages }),
});
const rule: Cited = {
  id: "service",
  cite: "9",
  quote: "应当及时办理",
  tag: "T",
  summary: { zh: "及时办理", en: "promptly" },
};
check("our summary, though it stands so in our summary", norm(null), rule, "《某规定》第九条，大意：应当及时办理");
check(
  "a summary that nobody has verified",
  norm("unverified"),
  { ...rule, tag: "M" },
  "《某规定》第九条，大意（需核实）：应当及时办理",
);
check("a practice names no article", norm("practice"), rule, "工作规程：及时办理");
check(
  "an official text that the office has loaded, with the article in which the passage stands there",
  norm("unverified", { service: { words: "应当在十日内办理", article: "第十一条" } }),
  { ...rule, tag: "M" },
  "《某规定》第十一条：“应当在十日内办理”",
);
check(
  "a passage of another rule lends nothing",
  norm(null, { another: { words: "应当在十日内办理", article: "第十一条" } }),
  rule,
  "《某规定》第九条，大意：应当及时办理",
);
