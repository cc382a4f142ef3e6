// The templates at the root make the letters they are for; a text that is missing and a field that is unknown are refused by name.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { readReplyTemplate, readRevocationTemplate } from "./letter-template.ts";
import { replyLetter, revocationNotice } from "./reply-letter.ts";
import type { LetterLine, ReplyLetter } from "./reply-letter.ts";

const written = (name: string) => readFileSync(path.join(import.meta.dirname, "../../../templates", name), "utf8");
const template = readReplyTemplate("reply-letter.yaml", written("reply-letter.yaml"));

const line = (name: string, more: Partial<LetterLine> = {}): LetterLine => ({
  line: 1,
  name,
  unit: "某局",
  toLevel: null,
  category: "no-objection",
  until: null,
  clauses: [],
  confirmedBy: null,
  ...more,
});
const letter = (lines: LetterLine[], more: Partial<ReplyLetter> = {}): ReplyLetter => ({
  organ: "测试区纪检监察工委",
  addressee: "党工委工作部",
  requesterDocument: "",
  requestNumber: "征廉〔2026〕1号",
  purpose: "提拔",
  purposeText: "拟提拔为乡科级正职",
  forYearly: false,
  date: "2026-07-01",
  year: null,
  askedOn: "2026-06-30",
  validUntil: "2026-12-31",
  lines,
  ...more,
});
const said = (one: ReplyLetter) => replyLetter(template, one, null, "").body.map(({ text }) => text);
const closing =
  "本回复仅用于上述事项，有效期至2026年12月31日。有效期内如有新的情况，我机关将书面撤回或者更正；逾期使用或者用于其他事项的，请重新征求意见。";

test("of one person: named, with the document, and without a list", () => {
  const one = letter([line("赵某某")], { requesterDocument: "某组函〔2026〕12号" });
  assert.deepEqual(said(one), [
    "贵单位关于征求赵某某同志廉政意见的来函（某组函〔2026〕12号）收悉。经核查截至2026年6月30日的记录，现就“拟提拔为乡科级正职”（提拔，2026年7月1日）一事回复如下：",
    "一、未发现影响使用的问题的，1人",
    "赵某某（某局）。",
    closing,
  ]);
  assert.equal(replyLetter(template, one, null, "").attachment, null);
});

test("of several: a heading for each category there is, with clauses, days and who confirmed; all of them in the list", () => {
  const barred: Partial<LetterLine> = {
    category: "not-suitable",
    until: "2026-02-28",
    clauses: ["第十三条", "第十四条"],
  };
  const one = letter(
    [
      line("赵某某", { confirmedBy: "钱某某" }),
      line("孙某某", { line: 2, ...barred }),
      line("李某某", { line: 3, unit: "", category: "not-on-record" }),
    ],
    { forYearly: true, date: null, year: 2025 },
  );
  assert.deepEqual(said(one), [
    "贵单位关于征求赵某某等3名同志廉政意见的来函收悉。经核查截至2026年6月30日的记录，现就“拟提拔为乡科级正职”（提拔，2025年度）一事回复如下：",
    "一、未发现影响使用的问题的，1人",
    "赵某某（某局），经钱某某确认。",
    "二、取消当年评优评先资格的，1人",
    "孙某某（某局），依据第十三条、第十四条，最后受限日2026年2月28日。",
    "三、未掌握其信息，不作结论的，1人",
    "李某某。",
    "上述人员请核对姓名，补充单位或者身份证号后重新征求意见。",
    closing,
  ]);
  const { attachment } = replyLetter(template, one, null, "");
  assert.deepEqual(attachment?.table.rows[1], [
    "2",
    "孙某某",
    "某局",
    "取消当年评优评先资格",
    "依据第十三条、第十四条，最后受限日2026年2月28日",
  ]);
});

test("of more names than fit the list alone has them", () => {
  const some = (count: number) =>
    letter(Array.from({ length: count }, (_one, at) => line(`某${at}`, { line: at + 1 })));
  assert.equal(said(some(20))[2]?.split("；").length, 20);
  assert.equal(said(some(21))[2], "名单见附件。");
});

test("the notice of revocation says which letter and from which day, not why", () => {
  const notice = readRevocationTemplate("reply-revocation.yaml", written("reply-revocation.yaml"));
  const revoked = { number: "测纪函〔2026〕3号", on: "2026-07-02", revokedOn: "2026-07-20" };
  const { title, body } = revocationNotice(notice, letter([line("赵某某")]), revoked);
  assert.equal(title, "关于撤回廉政意见回复的通知");
  assert.deepEqual(
    body.map(({ text }) => text),
    [
      "我机关2026年7月2日印发的《关于征求廉政意见的回复》（测纪函〔2026〕3号），因情况有变化，自2026年7月20日起撤回，请停止使用。“拟提拔为乡科级正职”一事尚需办理的，请暂缓并重新征求意见。",
      "特此通知。",
    ],
  );
});

test("what a person typed is put in as it is", () => {
  assert.match(
    said(letter([line("{name}")], { purposeText: "{purpose}$&" }))[0] ?? "",
    /\{name\}同志.*“\{purpose\}\$&”/u,
  );
});

test("a field that is unknown and a text that is missing are refused by name", () => {
  const own = written("reply-letter.yaml");
  const read = (text: string) => () => readReplyTemplate("reply-letter.yaml", text);
  assert.throws(read(own.replace("{askedOn}", "{asked}")), /reply-letter\.yaml\nopening: unknown field \{asked\}/u);
  assert.throws(read(own.replace("closing:", "close:")), /closing: /u);
  assert.throws(read(own.replace("  deferred: {", "  waiting: {")), /categories.*deferred/su);
});
