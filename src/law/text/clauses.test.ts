// The text as it stands beside its rules.
import assert from "node:assert/strict";
import test from "node:test";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { clausesOf } from "./clauses.ts";
import { numeral } from "./text.ts";

const law = await loadLaw();
const clauses = clausesOf(law.regulation);

test("The text has fifteen articles, each beginning with its number", () => {
  const articles = new Set(clauses.filter((clause) => clause.at !== "").map((clause) => clause.at.split(".")[0]));
  assert.equal(articles.size, 15);
  for (const article of articles) {
    const first = clauses.find((clause) => clause.at === article || clause.at === `${article}.1`);
    assert.ok(first?.text.startsWith(`第${numeral(Number(article))}条`));
  }
});

test("Notice, four chapter headings and colophon are kept", () => {
  assert.equal(clauses[0]?.text, "本高党政办发〔2019〕31号");
  assert.equal(clauses.filter((clause) => clause.role === "chapter").length, 4);
  assert.equal(clauses.at(-1)?.role, "colophon");
  assert.equal(clauses.at(-1)?.text, "本溪高新技术产业开发区党政综合办公室    2019年4月25日印发");
});

test("Article 13 paragraph 1 is labelled as a lawyer cites it", () => {
  const clause = clauses.find((one) => one.at === "13.1");
  assert.equal(clause?.label.zh, "《高新区党政领导干部不担当不作为问责办法（试行）》第十三条第一款");
  assert.match(clause?.label.en ?? "", /Article 13, paragraph 1$/);
  assert.equal(clauses.find((one) => one.at === "6.1.10")?.label.zh.endsWith("第六条第一款第（十）项"), true);
});

test("Every clause of an article carries a rule or an excuse, and every piece of a quote stands in it", () => {
  for (const clause of clauses) {
    if (clause.at === "") continue;
    assert.ok(clause.claims.length > 0 || clause.excuse !== null, clause.at);
    for (const claim of clause.claims) for (const piece of claim.pieces) assert.ok(clause.text.includes(piece), piece);
  }
});

for (const at of ["1", "3", "4"]) {
  test(`Article ${at} is named declaratory`, () => {
    assert.deepEqual(
      clauses.find((clause) => clause.at === at)?.claims.map((claim) => claim.kind),
      ["declaratory"],
    );
  });
}

test("A pack survives a journey as JSON", () => {
  assert.deepEqual(JSON.parse(JSON.stringify(law.regulation)), law.regulation);
});
