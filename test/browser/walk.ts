// The whole thread as four clerks walk it, in whichever language: from a lead to the refused promotion, and to "clear" with consent.
import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { actNames } from "#casework/acts.ts";
import type { ActId } from "#casework/acts.ts";
import { stageNames } from "#casework/words/stage-names.ts";
import type { Stage } from "#casework/stages.ts";
import { wordsOf } from "#law/text/cited-words.ts";
import { circumstancesOf } from "#law/procedure/circumstances.ts";
import type { Law } from "#law/compile/law.ts";
import type { World } from "../api/world.ts";
import { check, choose, fill, fillDay, secondInquirer, sitDown } from "./site.ts";
import type { Words } from "./site.ts";

export async function walkTheThread(browser: Browser, site: World, words: Words, law: Law): Promise<void> {
  const { say, of } = words;
  const { vocabulary } = law;
  const named = <T extends { id: string; name: { zh: string; en: string } }>(
    list: readonly T[],
    id: string,
  ): string => {
    const found = list.find((one) => one.id === id);
    if (found === undefined) throw new Error(`the vocabulary has no ${id}`);
    return of(found.name);
  };
  const circumstance = circumstancesOf(law).find((one) => one.id === "6-1-1");
  assert.ok(circumstance !== undefined);
  const [first, second] = circumstance.results.map((result) => of(result.name));
  assert.ok(first !== undefined && second !== undefined);

  const officer = await sitDown(browser, site, "discipline-officer", words);
  const secretary = await sitDown(browser, site, "committee-secretary", words);
  const clerk = await sitDown(browser, site, "office-clerk", words);
  const personnel = await sitDown(browser, site, "personnel-officer", words);
  let casePath = "";

  const begin = async (page: Page, act: ActId) => {
    await page.goto(`${site.origin}${casePath}`);
    await page.getByRole("link", { name: of(actNames[act]), exact: true }).click();
    await page.getByRole("heading", { level: 1, name: of(actNames[act]) }).waitFor();
  };
  const press = (page: Page, act: ActId) => page.getByRole("button", { name: of(actNames[act]), exact: true }).click();
  // Done only when the form has gone: what was typed into it can be read on the page before that.
  const send = async (page: Page, act: ActId) => {
    await press(page, act);
    await page.getByRole("heading", { level: 1, name: of(actNames[act]) }).waitFor({ state: "detached" });
  };
  const standsAt = (page: Page, stage: Stage) =>
    page.locator('[aria-current="step"]', { hasText: of(stageNames[stage]) }).waitFor();

  // A lead is registered and disposed of.
  await officer.page.goto(`${site.origin}/leads`);
  await officer.page.getByRole("link", { name: say("lead_register") }).click();
  await choose(officer.page, say("lead_source"), say("source_petition"));
  await fillDay(officer.page, say("lead_received_on"), "2025-01-06");
  await fill(officer.page, say("lead_summary"), "反映生态环境局对排污问题处置不力");
  await fill(officer.page, say("person_name"), "周明远");
  await fill(officer.page, say("unit"), "生态环境局");
  await send(officer.page, "register-lead");
  await officer.page.getByRole("link", { name: of(actNames["dispose-lead"]) }).click();
  await check(officer.page, "radio", of(stageNames["preliminary-verification"]));
  await fill(officer.page, say("reasons"), "经研究，须初步核实");
  await fillDay(officer.page, say("lead_disposed_on"), "2025-01-08");
  await fillDay(officer.page, say("due_on"), "2025-02-08");
  await send(officer.page, "dispose-lead");
  await officer.page.locator(".stage-tag", { hasText: of(stageNames["preliminary-verification"]) }).waitFor();

  // An inquiry is asked for on it, and approved by the secretary.
  await officer.page.getByRole("link", { name: of(actNames["request-opening"]) }).click();
  await fill(officer.page, say("case_title"), "生态环境局处置排污问题不力问题");
  await fill(officer.page, say("opening_reasons"), "经初步核实，反映的问题属实，需要追究责任");
  await send(officer.page, "request-opening");
  await standsAt(officer.page, "opening-requested");
  casePath = new URL(officer.page.url()).pathname;
  await begin(secretary.page, "decide-opening");
  await check(secretary.page, "radio", say("opening_approve"));
  await fillDay(secretary.page, say("opening_on"), "2025-01-10");
  await choose(secretary.page, say("inquirers"), "测试discipline-officer");
  await choose(secretary.page, say("inquirers"), secondInquirer);
  await secretary.page.keyboard.press("Escape");
  await choose(secretary.page, say("inquiry_leader"), "测试discipline-officer");
  await fillDay(secretary.page, say("due_on"), "2025-03-10");
  await send(secretary.page, "decide-opening");
  await standsAt(secretary.page, "inquiry");

  // The subject, and a fact with an evidence file.
  await begin(officer.page, "add-subject");
  await check(officer.page, "radio", of(vocabulary.names.subjects.person));
  await choose(officer.page, say("person"), "周明远");
  await send(officer.page, "add-subject");
  await officer.page.getByRole("link", { name: "周明远" }).waitFor();
  await begin(officer.page, "record-fact");
  await fill(officer.page, say("fact_text"), "2024年5月至8月，对上级交办的排污整治任务处置不当，造成河道污染");
  await fillDay(officer.page, say("fact_from"), "2024-05-01");
  await fillDay(officer.page, say("fact_to"), "2024-08-31");
  await officer.page
    .getByLabel(say("evidence_files"), { exact: true })
    .setInputFiles({ name: "情况说明.txt", mimeType: "text/plain", buffer: Buffer.from("现场检查记录") });
  await officer.page.getByText("情况说明.txt").waitFor();
  await choose(
    officer.page,
    say("evidence_kind_of", { name: "情况说明.txt" }),
    of(vocabulary.evidence[0]?.name ?? { zh: "", en: "" }),
  );
  await officer.page.getByRole("checkbox", { name: first, exact: true }).check();
  await officer.page.getByRole("checkbox", { name: second, exact: true }).check();
  await send(officer.page, "record-fact");
  await officer.page.getByRole("link", { name: "情况说明.txt" }).first().waitFor();

  // A circumstance is refused without its results, by the words of the article, and established with them.
  await begin(officer.page, "establish-circumstance");
  await choose(officer.page, say("circumstance"), "6-1-1");
  if (circumstance.acts[0] !== undefined) await check(officer.page, "checkbox", circumstance.acts[0]);
  await check(officer.page, "checkbox", "2024-05-01 ~ 2024-08-31");
  await press(officer.page, "establish-circumstance");
  const refusal = officer.page.getByRole("alert").filter({ hasText: say("refused_title") });
  await refusal.waitFor();
  const refused = await refusal.innerText();
  assert.ok(refused.includes(first) && refused.includes(second), refused);
  assert.ok(refused.includes(wordsOf(circumstance.cite).zh), refused);
  await choose(officer.page, say("circumstance_result", { result: first }), "2024-05-01");
  await choose(officer.page, say("circumstance_result", { result: second }), "2024-05-01");
  // What is missing has gone, and with it the button has moved to where it stays.
  await officer.page.getByText(say("circumstance_complete")).waitFor();
  await send(officer.page, "establish-circumstance");
  await officer.page.locator(".circumstances", { hasText: "6-1-1" }).waitFor();

  // The facts are put to the subject, who is heard; a proposal is made.
  await begin(officer.page, "put-facts");
  await fillDay(officer.page, say("facts_put_on"), "2025-01-31");
  await fill(officer.page, say("facts_put_place"), "谈话室");
  await check(officer.page, "checkbox", "测试discipline-officer");
  await check(officer.page, "checkbox", secondInquirer);
  await fill(officer.page, say("facts_put_opinion"), "对事实无异议");
  await send(officer.page, "put-facts");
  await officer.page.getByText("对事实无异议").first().waitFor();
  await begin(officer.page, "record-statement");
  await fillDay(officer.page, say("statement_on"), "2025-02-01");
  await fill(officer.page, say("statement_text"), "承认处置不到位");
  await fill(officer.page, say("statement_defence"), "人手不足");
  await fill(officer.page, say("statement_response"), "不影响认定");
  await send(officer.page, "record-statement");
  await officer.page.getByText("人手不足").first().waitFor();
  await begin(officer.page, "propose");
  await choose(officer.page, say("proposal_body"), named(vocabulary.bodies, "discipline-committee"));
  await fillDay(officer.page, say("proposal_on"), "2025-02-10");
  assert.equal(await officer.page.getByRole("radio", { checked: true }).count(), 0, "no gravity is chosen beforehand");
  await check(officer.page, "radio", of(vocabulary.names.gravities.graver));
  await fill(officer.page, say("gravity_reasons"), "持续时间长、影响面大");
  assert.equal(
    await officer.page.getByRole("checkbox", { checked: true }).count(),
    0,
    "no measure is chosen beforehand",
  );
  await check(officer.page, "checkbox", named(vocabulary.measures, "transfer"));
  await officer.page.getByRole("radio", { name: of(vocabulary.names.handlings.handling), exact: true }).check();
  await fill(officer.page, say("proposal_reasons"), "事实清楚、证据确凿");
  await send(officer.page, "propose");
  await standsAt(officer.page, "proposed");

  // It is deliberated, decided, served, and takes effect.
  await begin(clerk.page, "record-deliberation");
  await choose(clerk.page, say("deliberation_body"), named(vocabulary.bodies, "working-committee"));
  await fillDay(clerk.page, say("deliberation_on"), "2025-02-20");
  const attendance = clerk.page.getByLabel(say("attendance"), { exact: true });
  for (const name of ["甲某", "乙某", "丙某"]) {
    await attendance.fill(name);
    await attendance.press("Enter");
  }
  await fill(clerk.page, say("votes_for"), "3");
  await fill(clerk.page, say("votes_against"), "0");
  await fill(clerk.page, say("abstentions"), "0");
  await fill(clerk.page, say("deliberation_result"), "同意给予调离岗位处理");
  await fill(clerk.page, say("deliberation_minutes"), "一致同意");
  await send(clerk.page, "record-deliberation");
  await standsAt(clerk.page, "deliberated");
  await begin(secretary.page, "decide");
  await fillDay(secretary.page, say("decision_on"), "2025-02-21");
  await fill(secretary.page, say("document_number"), "测党发〔2025〕3号");
  await secretary.page.getByRole("button", { name: say("decide_as_proposed") }).click();
  await send(secretary.page, "decide");
  await standsAt(secretary.page, "decided");
  await begin(clerk.page, "serve");
  await fillDay(clerk.page, say("service_on"), "2025-02-24");
  await check(clerk.page, "radio", say("service_in_person"));
  await fill(clerk.page, say("service_receipt"), "本人签收");
  await send(clerk.page, "serve");
  await standsAt(clerk.page, "served");
  await begin(personnel.page, "take-effect");
  await fillDay(personnel.page, say("effective_on"), "2025-03-01");
  await fillDay(personnel.page, say("announced_on"), "2025-03-01");
  const promotion = named(vocabulary.purposes, "promotion");
  await personnel.page
    .getByText(say("barred_span", { what: promotion, from: "2025-03-01", until: "2026-02-28" }))
    .first()
    .waitFor();
  await send(personnel.page, "take-effect");
  await standsAt(personnel.page, "effective");

  // May this person be promoted? On the last barred day, on the day after it, and on the day after that.
  await ask(personnel.page, "2026-02-28", "barred");
  const row = personnel.page.getByRole("row").filter({ hasText: "周明远" });
  const answer = await row.innerText();
  assert.ok(answer.includes("2026-02-28"), answer);
  assert.ok(answer.includes(words.language === "en" ? "Article 13, paragraph 1" : "第十三条第一款"), answer);
  assert.ok(answer.includes("受到调离岗位处理的，一年内不得提拔"), answer);
  await ask(personnel.page, "2026-03-01", "needs-confirmation");
  await ask(personnel.page, "2026-03-02", "needs-consent");
  assert.ok((await row.innerText()).includes("应当征得上级组织人事部门同意"));

  // Consent is recorded; from the day after it nothing stands against a promotion.
  await begin(personnel.page, "record-consent");
  await fillDay(personnel.page, say("consent_on"), "2026-03-10");
  await choose(personnel.page, say("consent_body"), named(vocabulary.bodies, "superior-personnel-department"));
  await fill(personnel.page, say("document_number"), "市组干〔2026〕8号");
  await send(personnel.page, "record-consent");
  await personnel.page.getByText("市组干〔2026〕8号").first().waitFor();
  await ask(personnel.page, "2026-03-10", "needs-consent");
  await ask(personnel.page, "2026-03-11", "clear");

  const problems = [officer, secretary, clerk, personnel].flatMap((seat) => seat.problems);
  // The refused circumstance was answered with 422, which the browser writes down by itself.
  assert.deepEqual(
    problems.filter((problem) => !problem.includes("422")),
    [],
  );

  async function ask(page: Page, date: string, expected: keyof typeof vocabulary.names.answers): Promise<void> {
    await page.goto(`${site.origin}/eligibility`);
    await page.getByRole("radio", { name: promotion, exact: true }).check();
    await fillDay(page, say("question_date"), date);
    await fill(page, say("person_name"), "周明远");
    await page.getByRole("button", { name: say("ask"), exact: true }).click();
    const line = page.getByRole("row").filter({ hasText: "周明远" });
    await line.waitFor();
    assert.equal(await line.locator(".answer").innerText(), of(vocabulary.names.answers[expected]), `on ${date}`);
  }
}
