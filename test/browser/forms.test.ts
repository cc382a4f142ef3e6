// A case at every stage and every act's form, on leads and cases, each as somebody who may use it.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { viewMatter } from "#matters/uses/matter-view.ts";
import { actNames } from "#casework/acts.ts";
import type { ActId } from "#casework/acts.ts";
import { duties } from "#casework/duties.ts";
import { actsAt, caseStages } from "#casework/stages.ts";
import type { CaseStage } from "#casework/stages.ts";
import { launchBrowser } from "../browser.ts";
import { caseAt, inputs, leadAt } from "../api/steps.ts";
import { done, evidenceFile, persons } from "../api/world.ts";
import { lookerAt } from "./see.ts";
import { openSite, wordsOf } from "./site.ts";

const site = await openSite();
const browser = await launchBrowser();
after(() => browser.close());
const { check, seatOf } = lookerAt(site, browser);
const cases = new Map<CaseStage, string>();
for (const stage of caseStages) cases.set(stage, (await caseAt(site, stage, persons.subject.id)).matterId);

for (const stage of caseStages) {
  test(`a case at the stage ${stage}`, () =>
    check("discipline-officer", `/cases/${cases.get(stage)}`, () => titleAt(stage)));
}

/** What is entered from paper has the paper's title. */
function titleAt(stage: CaseStage): string {
  return stage === "paper-entered" || stage === "paper-returned"
    ? "补录：河道整治不力"
    : "生态环境局处置排污问题不力问题";
}

const forms = caseStages.flatMap((stage) => actsAt[stage].map((act: ActId) => ({ act, stage })));
// By who may do them, so that each sits down once.
const shown = [...new Set(forms.map((form) => form.act))].sort((a, b) =>
  duties[a].roles[0] < duties[b].roles[0] ? -1 : 1,
);
for (const act of shown) {
  const stage = forms.find((form) => form.act === act)?.stage ?? "inquiry";
  test(`the form of ${act}, at the stage ${stage}`, () =>
    check(duties[act].roles[0], `/cases/${cases.get(stage)}/acts/${act}`, (words) => words.of(actNames[act])));
}

for (const [stage, act] of [
  ["registered", "return-lead"],
  ["returned", "supplement-lead"],
  ["talk-inquiry", "record-lead-result"],
  ["registered", "transfer-lead"],
  ["transferred", "record-transfer-receipt"],
] as const)
  test(`the form of ${act}, on a lead at the stage ${stage}`, async () =>
    check("discipline-officer", `/leads/${(await leadAt(site, stage)).matterId}/acts/${act}`, (words) =>
      words.of(actNames[act]),
    ));

test("an act that the reader cannot do says why in place of its form", () =>
  check("discipline-officer", `/cases/${cases.get("deliberated")}/acts/decide`, (words) => words.of(actNames.decide)));

test("many facts are shown page by page, and each page has its address", async () => {
  const { matterId, subjectId, version: begun } = await caseAt(site, "inquiry", persons.other.id);
  const viewed = await viewMatter(site.app, site.actorOf("discipline-officer"), { matterId });
  const view = viewed.type === "done" ? viewed.answer : null;
  const before = view?.history.filter(({ act }) => act === "record-fact").length ?? 0;
  const evidence = await evidenceFile(site, "现场照片");
  let version = begun;
  for (let recorded = before; recorded < 21; recorded += 1) {
    const input = { ...inputs.fact(subjectId, evidence), text: `第${recorded + 1}项事实` };
    ({ version } = await done(site, "discipline-officer", "record-fact", { matterId, version }, input));
  }
  const { page } = await seatOf("discipline-officer", "zh-CN");
  await page.goto(`${site.origin}/cases/${matterId}?facts=2#facts`);
  const facts = page.locator("#facts");
  await facts.getByRole("cell", { name: "第21项事实" }).waitFor();
  assert.equal(await facts.getByRole("cell", { name: "第20项事实" }).count(), 0);
  await facts
    .getByRole("button", { name: wordsOf("zh-CN").say("pager_previous") })
    .first()
    .click();
  await facts.getByRole("cell", { name: "第20项事实" }).waitFor();
  assert.equal(await facts.getByRole("cell", { name: "第21项事实" }).count(), 0);
  assert.doesNotMatch(page.url(), /facts=/u);
});

test("a day is taken as it is typed, or the field says that it is none: never the former day without a word", async () => {
  const { say } = wordsOf("zh-CN");
  const { page } = await seatOf("personnel-officer", "zh-CN");
  await page.goto(`${site.origin}/eligibility?purpose=promotion`);
  const field = page.getByLabel(say("question_date"), { exact: true });
  const typed = async (text: string) => {
    await field.click();
    await field.fill(text);
    await field.press("Tab");
  };
  for (const text of ["2026.11.05", "2026/11/5", "2026年11月05日", "20261105", "２０２６.１１.５", "2026-11-05 "]) {
    await typed("2025-01-31");
    await typed(text);
    assert.equal(await field.inputValue(), "2026-11-05", text);
  }
  for (const text of ["2026-11-31", "2026.11", "明天"]) {
    await typed("2025-01-31");
    await typed(text);
    await page.getByText(say("day_not_understood", { text })).waitFor();
    assert.notEqual(await field.inputValue(), "2025-01-31", text);
  }
  await typed("2025-01-31");
  assert.equal(await page.getByRole("alert").count(), 0);
  // Enter takes the day and sends nothing.
  await field.click();
  await field.fill("2026.3.9");
  await field.press("Enter");
  assert.equal(await field.inputValue(), "2026-03-09");
  assert.doesNotMatch(page.url(), /2026-03-09/u);
});
