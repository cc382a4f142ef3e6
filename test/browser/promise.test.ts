// A new district comes to answers without reserve: its two offices decide on a norm and declare the history, and the desks no longer ask for it.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { barringNorms } from "#law-admin/rules/norm.ts";
import { launchBrowser } from "../browser.ts";
import { persons } from "../api/world.ts";
import { lookerAt } from "./see.ts";
import { check, fill, fillDay, openSite, sitDown, wordsOf } from "./site.ts";

const site = await openSite({ promised: false });
const browser = await launchBrowser();
after(() => browser.close());
const words = wordsOf("zh-CN");
const { say } = words;
const norms = barringNorms(site.app.law);
const [norm] = norms;
if (norm === undefined) throw new Error("the packs have no norm to decide");
const address = `/norms/${norm.pack.id}/${norm.rule.id}`;
const { check: look } = lookerAt(site, browser);

test("a reason that has to be resolved first stands beside the answer with a link to the screen which does it", async () => {
  const { page } = await sitDown(browser, site, "discipline-officer", words);
  const asked = "purpose=promotion&date=2026-07-31";
  await page.goto(`${site.origin}/eligibility?${asked}`);
  await fill(page, say("person_name"), persons.subject.name);
  await page.getByRole("button", { name: say("ask"), exact: true }).click();
  const reply = page.getByRole("region", { name: say("reply") });
  await reply.getByText("尚未确认此日以前的问责、处理、处分情况已登记完整").waitFor();
  await reply.getByText("办理：在“历史记录”中").waitFor();
  await page.getByRole("button", { name: say("why_of", { name: persons.subject.name }) }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByText("办理：在“历史记录”中").waitFor();
  assert.equal(await drawer.getByText("尚未确认此日以前的问责、处理、处分情况已登记完整").count(), 1, "said once");
  await drawer.getByRole("link", { name: say("reason_to_history") }).click();
  await page.waitForURL(/\/history$/u);

  await page.goto(`${site.origin}/clearance/new?${asked}`);
  await fill(page, say("clearance_requester"), "党工委工作部");
  await fill(page, say("clearance_purpose_text"), "拟提拔人选");
  await fill(page, say("name_list"), persons.subject.name);
  await page.getByRole("button", { name: say("clearance_send") }).click();
  await page.waitForURL(/\/clearance\/[^/]+$/u);
});

test("both offices see on their desks what is open, and a norm is decided on by one and countersigned by the other", async () => {
  const { page } = await sitDown(browser, site, "discipline-officer", words);
  await page.goto(`${site.origin}/desk`);
  await page.getByText(say("norms_desk", { count: norms.length })).waitFor();
  await page.getByText(say("history_desk_undeclared")).waitFor();
  await look("discipline-officer", "/norms", ({ say: one }) => one("menu_norms"));
  await page.goto(`${site.origin}${address}`);
  await check(page, "radio", say("norm_applies_meaning"));
  await fill(page, say("norm_passage"), "第十一条");
  await fill(page, say("norm_source"), "机要室存印发件");
  await fill(page, say("norm_reasons"), "正式文本确有此规定");
  await fill(page, say("interpretation_number"), "测认〔2026〕1号");
  await page.getByRole("button", { name: say("norm_enter") }).click();
  await page
    .getByRole("region", { name: say("interpretation_sign") })
    .getByText("前一步由您办理，这一步须由他人办理")
    .waitFor();

  const other = (await sitDown(browser, site, "personnel-officer", words)).page;
  await other.goto(`${site.origin}${address}`);
  await check(other, "radio", say("interpretation_agree"));
  await other.getByRole("button", { name: say("interpretation_sign") }).click();
  await other
    .getByText(say("norm_applies_from", { from: norm.pack.validity.from }))
    .first()
    .waitFor();
  await other.goto(`${site.origin}/desk`);
  await other.getByText(say("norms_desk", { count: norms.length - 1 })).waitFor();
  await look("personnel-officer", address, (one) => one.of(norm.pack.short));
});

test("the history is stated by the personnel department, confirmed by the discipline body, and an earlier file is seen", async () => {
  const { page } = await sitDown(browser, site, "personnel-officer", words);
  await page.goto(`${site.origin}/history`);
  await page.getByText(say("history_undeclared")).waitFor();
  await fillDay(page, say("history_since"), "2019-04-25");
  await fill(page, say("history_entered"), "在册干部的处理、处分，含长期有效的");
  await fill(page, say("history_basis"), "清理报告");
  await page.getByRole("button", { name: say("history_state"), exact: true }).click();
  await page.getByText(say("history_unconfirmed")).first().waitFor();

  const other = (await sitDown(browser, site, "discipline-officer", words)).page;
  await other.goto(`${site.origin}/history`);
  await check(other, "radio", say("history_confirm_yes"));
  await other.getByRole("button", { name: say("history_confirm_submit") }).click();
  await other.getByText(say("history_declared", { since: "2019-04-25" })).waitFor();

  await page.goto(`${site.origin}/persons/${persons.subject.id}#history`);
  await fillDay(page, say("arrival_on"), "2026-07-01");
  await fill(page, say("arrival_from"), "邻区某局");
  await page.getByRole("button", { name: say("arrival_record") }).click();
  await page.getByText(say("arrival_unseen")).waitFor();
  await look("personnel-officer", "/history", ({ say: one }) => one("menu_history"));
  await look("personnel-officer", `/persons/${persons.subject.id}`, () => persons.subject.name);
  await fill(page, say("file_found"), "档案中无处理、处分");
  await fill(page, say("file_source"), "调档函1号");
  await page.getByRole("button", { name: say("file_state") }).click();
  await other.goto(`${site.origin}/persons/${persons.subject.id}#history`);
  await check(other, "radio", say("history_confirm_yes"));
  await other.getByRole("button", { name: say("history_confirm_submit") }).click();
  await other.getByText(say("history_stands")).waitFor();
});
