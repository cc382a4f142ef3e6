// What cases come to, on the screens where it is decided: discipline and its referral, a changed decision, a body reorganized.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, test } from "node:test";
import type { Page } from "playwright-core";
import { actNames } from "#casework/acts.ts";
import type { ActId } from "#casework/acts.ts";
import { bodyActNames, bodyStageNames } from "#bodies/rules/body-names.ts";
import type { BodyActId } from "#bodies/rules/body-names.ts";
import type { Role } from "#casework/roles.ts";
import { stageNames } from "#casework/words/stage-names.ts";
import { inTransaction } from "#database/database.ts";
import { addPersons } from "#registry/rows/persons.ts";
import { launchBrowser } from "../browser.ts";
import { caseAt, inputs } from "../api/steps.ts";
import { done, persons } from "../api/world.ts";
import { lookerAt } from "./see.ts";
import { check, choose, fill, fillDay, openSite, wordsOf } from "./site.ts";

const site = await openSite();
const browser = await launchBrowser();
after(() => browser.close());
const words = wordsOf("zh-CN");
const { say, of } = words;
const { seatOf } = lookerAt(site, browser);
const { vocabulary } = site.app.law;
const measure = (id: string) => of(vocabulary.measures.find((one) => one.id === id)?.name ?? { zh: id, en: id });
const purpose = (id: string) => of(vocabulary.purposes.find((one) => one.id === id)?.name ?? { zh: id, en: id });

/** The form of an act of this case, as somebody who may do it. */
async function begin(role: Role, matterId: string, act: ActId): Promise<Page> {
  const { page } = await seatOf(role, "zh-CN");
  await page.goto(`${site.origin}/cases/${matterId}/acts/${act}`);
  await page.getByRole("heading", { level: 1, name: of(actNames[act]) }).waitFor();
  return page;
}

async function send(page: Page, act: ActId): Promise<void> {
  await page.getByRole("button", { name: of(actNames[act]), exact: true }).click();
  await page.getByRole("heading", { level: 1, name: of(actNames[act]) }).waitFor({ state: "detached" });
}

/** What stands in the line of this person in the answer to whether they may do this on the day, to a post of that level where one is named. */
async function answerOn(asked: string, name: string, date: string, toLevel?: string): Promise<string> {
  const { page } = await seatOf("personnel-officer", "zh-CN");
  await page.goto(`${site.origin}/eligibility`);
  await page.getByRole("radio", { name: purpose(asked), exact: true }).check();
  await fillDay(page, say("question_date"), date);
  if (toLevel !== undefined) await choose(page, say("to_level"), toLevel);
  await fill(page, say("person_name"), name);
  await page.getByRole("button", { name: say("ask"), exact: true }).click();
  const line = page.getByRole("row").filter({ hasText: name });
  await line.waitFor();
  return line.innerText();
}

/** Gravity and what else people found; measures as the form opens them. */
const decided = (found: object) => {
  const has = (input: unknown) => input as { proposals?: object[]; outcomes?: object[] };
  return (role: Role, act: ActId, at: Parameters<typeof done>[3], input: unknown) => {
    const { proposals, outcomes } = has(input);
    if (act === "propose" && proposals !== undefined)
      return done(site, role, act, at, { ...has(input), proposals: proposals.map((one) => ({ ...one, ...found })) });
    if (act === "decide" && outcomes !== undefined)
      return done(site, role, act, at, {
        ...has(input),
        outcomes: outcomes.map((one) => ({ ...one, ...found, originalLevel: "乡科级正职" })),
      });
    return done(site, role, act, at, input);
  };
};

/** Records what the discipline body gave, on its form. */
async function sanctioned(matterId: string, sanction: string, effective: string): Promise<void> {
  const page = await begin("discipline-officer", matterId, "record-discipline");
  await choose(page, say("sanction"), sanction);
  await fillDay(page, say("sanction_effective"), effective);
  await fill(page, say("sanction_authority"), "测试区纪检监察工委");
  await fill(page, say("document_number"), "测纪〔2025〕12号");
  await send(page, "record-discipline");
}

test("a graver case with discipline at the same time: “按照影响期规定执行”, the longer period governs", async () => {
  const { name, id } = persons.open;
  const { matterId } = await caseAt(site, "effective", id, decided({ measures: ["removal"] }));
  // 免职 from 2025-03-01 bars a promotion through 2027-02-28.
  assert.match(await answerOn("promotion", name, "2026-12-31"), /2027-02-28/u);
  await sanctioned(matterId, "撤销党内职务", "2025-05-10");
  const answer = await answerOn("promotion", name, "2026-12-31");
  assert.match(answer, /2027-05-09/u);
  assert.match(answer, /撤销党内职务/u);
});

test("where discipline is due the matter is referred, and not closed before the referral and its result are on record", async () => {
  const found = { gravity: "discipline", measures: [] };
  const { matterId, subjectId, ...at } = await caseAt(site, "deliberated", persons.other.id, decided(found));
  const secretary = await begin("committee-secretary", matterId, "decide");
  await fillDay(secretary, say("decision_on"), "2025-02-21");
  await fill(secretary, say("document_number"), "测党发〔2025〕31号");
  await secretary.getByRole("button", { name: say("decide_as_proposed") }).click();
  await send(secretary, "decide");
  await secretary.locator('[aria-current="step"]', { hasText: of(stageNames.decided) }).waitFor();
  const version = at.version + 1;
  const served = await done(site, "office-clerk", "serve", { matterId, version }, inputs.service(subjectId));
  await done(site, "personnel-officer", "take-effect", served, inputs.effect(subjectId));
  const refused = async (): Promise<string> => {
    const reviewer = await begin("reviewer", matterId, "close");
    await fill(reviewer, say("closing_summary"), "执行完毕");
    await reviewer.getByRole("button", { name: of(actNames.close), exact: true }).click();
    // The form says beforehand what is open; the server says it again.
    const alerts = reviewer.getByRole("alert").filter({ hasText: say("refused_title") });
    await alerts.nth(1).waitFor();
    return alerts.nth(1).innerText();
  };
  const first = await refused();
  assert.match(first, /移送纪检监察机关给予处分/u);
  assert.match(first, /登记处分结果/u);
  assert.match(first, /第十条/u);
  const officer = await begin("discipline-officer", matterId, "complete-items");
  await officer.getByRole("checkbox", { name: /移送纪检监察机关给予处分/u }).check();
  await fillDay(officer, say("item_done_on"), "2025-03-05");
  await fill(officer, say("item_document"), "测纪移〔2025〕8号");
  await fill(officer, say("item_note"), "材料齐备");
  await send(officer, "complete-items");
  const second = await refused();
  assert.doesNotMatch(second, /移送纪检监察机关给予处分/u);
  assert.match(second, /登记处分结果/u);
  await sanctioned(matterId, "党内警告", "2025-05-10");
  assert.doesNotMatch(await refused(), /登记处分结果/u);
});

test("an appeal changes 免职 to 调离岗位: examined by other people, decided anew, and what bars the person follows", async () => {
  const { name, id } = persons.subject;
  const found = { measures: ["removal"] };
  const { matterId, subjectId, ...at } = await caseAt(site, "effective", id, decided(found));
  assert.match(await answerOn("equivalent-post", name, "2025-12-31"), /2026-02-28/u);
  const appeal = { subjectId, on: "2025-03-20", ground: "处理过重", way: "review" };
  await done(site, "office-clerk", "record-appeal", { matterId, version: at.version }, appeal);
  const reviewer = await begin("reviewer", matterId, "examine-appeal");
  await check(reviewer, "radio", say("appeal_changed"));
  await fill(reviewer, say("appeal_findings"), "补救及时，处理偏重");
  await fillDay(reviewer, say("appeal_examined_on"), "2025-04-10");
  await fill(reviewer, say("document_number"), "测纪复〔2025〕1号");
  await send(reviewer, "examine-appeal");
  const anew = { ...inputs.deliberation, on: "2025-04-15" };
  await done(site, "office-clerk", "record-deliberation", { matterId, version: at.version + 2 }, anew);
  const secretary = await begin("committee-secretary", matterId, "change-decision");
  await check(secretary, "radio", say("change_ground_appeal"));
  await check(secretary, "radio", say("change_changed"));
  await check(secretary, "radio", say("outcome_accountable"));
  await check(secretary, "radio", of(vocabulary.names.gravities.graver));
  await fill(secretary, say("gravity_reasons"), "补救及时");
  await check(secretary, "checkbox", measure("transfer"));
  await secretary.getByRole("radio", { name: of(vocabulary.names.handlings.handling), exact: true }).check();
  await fillDay(secretary, say("change_effective_on"), "2025-03-01");
  await fillDay(secretary, say("change_on"), "2025-04-16");
  await fill(secretary, say("document_number"), "测党发〔2025〕19号");
  await fill(secretary, say("reasons"), "根据复查结果变更");
  await send(secretary, "change-decision");
  await secretary.getByText("测党发〔2025〕19号").first().waitFor();
  await secretary.getByText("测党发〔2025〕3号").first().waitFor();

  // 免职 barred an equivalent post for a year and a promotion for two; 调离岗位 bars a promotion for one.
  assert.doesNotMatch(await answerOn("equivalent-post", name, "2025-12-31", "乡科级正职"), /2026-02-28/u);
  const promotion = await answerOn("promotion", name, "2025-12-31");
  assert.match(promotion, /2026-02-28/u);
  assert.doesNotMatch(promotion, /2027-02-28/u);
});

test("a leading body: noticed, found upon twice, reorganized, and what follows for a member is done", async () => {
  const street = { ...persons.sameNameTwo, post: "主任" };
  const second = { ...street, id: "street-2", name: "唐志宏", post: "副主任", idNumber: "210502198109234034" };
  await inTransaction(site.app.database, { jurisdictionId: site.app.jurisdictionId, accountId: null }, (trx) =>
    addPersons(trx, site.app.keys, [second]),
  );
  await caseAt(site, "decided", street.id);
  await caseAt(site, "decided", second.id);
  const form = async (role: Role, act: BodyActId): Promise<Page> => {
    const { page } = await seatOf(role, "zh-CN");
    await page.goto(`${site.origin}/bodies/street/acts/${act}`);
    await page.getByRole("heading", { level: 1, name: of(bodyActNames[act]) }).waitFor();
    return page;
  };
  const sendOn = async (page: Page, act: BodyActId) => {
    await page.getByRole("button", { name: of(bodyActNames[act]), exact: true }).click();
    await page.getByRole("heading", { level: 1, name: of(bodyActNames[act]) }).waitFor({ state: "detached" });
  };
  const { page: list } = await seatOf("personnel-officer", "zh-CN");
  await list.goto(`${site.origin}/bodies`);
  await list.getByRole("link", { name: "青石街道办事处" }).click();
  await list.getByText(say("body_notice", { count: 2 })).waitFor();
  for (const [role, finding] of [
    ["personnel-officer", "finding_several"],
    ["discipline-officer", "finding_no_normal_work"],
  ] as const) {
    const page = await form(role, "find-body");
    await check(page, "radio", say(finding));
    await page.getByRole("radio", { name: say("found_so"), exact: true }).check();
    await fillDay(page, say("finding_on"), "2026-07-01");
    await fill(page, say("reasons"), "经核实");
    await sendOn(page, "find-body");
  }
  // In between, two offices propose and deliberate.
  const perform = async (as: Role, act: BodyActId, version: number, input: object) => {
    const body = { organizationId: "street", version, key: randomUUID(), input };
    const { status, text } = await site.call({ as, method: "POST", path: `/api/bodies/acts/${act}`, body });
    assert.equal(status, 200, text);
  };
  const proposal = { measure: "reorganization", body: "personnel-department", on: "2026-07-03", reasons: "班子瘫痪" };
  await perform("personnel-officer", "propose-reform", 2, proposal);
  const sat = { ...inputs.deliberation, on: "2026-07-10", topic: "班子改组", result: "同意改组" };
  await perform("office-clerk", "deliberate-reform", 3, sat);
  const secretary = await form("committee-secretary", "decide-reform");
  await fillDay(secretary, say("decision_on"), "2026-07-12");
  await fill(secretary, say("document_number"), "测党发〔2026〕9号");
  await secretary.getByRole("button", { name: say("follow_up_add") }).click();
  await choose(secretary, say("follow_up_member"), second.name);
  await fill(secretary, say("follow_up_what"), "另行安排工作");
  await choose(secretary, say("item_owner"), "测试personnel-officer");
  await fillDay(secretary, say("due_on"), "2026-08-12");
  await sendOn(secretary, "decide-reform");
  await secretary.locator(".stage-tag", { hasText: of(bodyStageNames.reformed) }).waitFor();
  const personnel = await form("personnel-officer", "complete-follow-up");
  await personnel.getByRole("radio", { name: new RegExp(second.name, "u") }).check();
  await fillDay(personnel, say("follow_up_done_on"), "2026-07-20");
  await fill(personnel, say("follow_up_note"), "已安排到其他单位工作");
  await sendOn(personnel, "complete-follow-up");
  await personnel.getByText(say("item_done", { on: "2026-07-20" })).waitFor();
});
