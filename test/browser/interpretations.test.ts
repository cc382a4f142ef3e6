// An interpretation as two clerks record it: its effect is seen first, the other body agrees, and the person's page names it.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { launchBrowser } from "../browser.ts";
import { caseAt } from "../api/steps.ts";
import { persons } from "../api/world.ts";
import { lookerAt } from "./see.ts";
import { check, choose, fill, fillDay, openSite, sitDown, wordsOf } from "./site.ts";

const site = await openSite();
const browser = await launchBrowser();
after(() => browser.close());
const words = wordsOf("zh-CN");
const { say } = words;
const number = "测解〔2026〕1号";

test("entered after its effect was seen, countersigned by the other body, shown wherever it counts", async () => {
  await caseAt(site, "effective", persons.subject.id);
  const { page } = await sitDown(browser, site, "discipline-officer", words);
  await page.goto(`${site.origin}/interpretations`);
  await page.getByRole("link", { name: say("interpretation_enter") }).click();
  await fill(page, say("interpretation_number"), number);
  await fillDay(page, say("interpretation_on"), "2025-06-01");
  await fillDay(page, say("interpretation_valid_from"), "2025-06-01");
  const { settings } = site.app.law.regulation;
  const end = settings.find(({ name }) => name === "periodEnd");
  assert.ok(end !== undefined);
  await choose(page, say("interpretation_setting"), words.of(end.question));
  await page.getByRole("radio", { name: end.options["anniversary"]?.zh ?? "", exact: true }).check();
  await check(page, "checkbox", say("interpretation_recompute"));
  await fill(page, say("interpretation_question"), "期限的最后一日是哪一日");
  await fill(page, say("interpretation_text"), "期限的最后一日为周年日当日");
  await page.getByRole("button", { name: say("interpretation_preview") }).click();
  const effect = page.getByRole("region", { name: say("effect_title") });
  await effect.getByRole("link", { name: persons.subject.name }).waitFor();
  // A field changed after looking asks to look again.
  await fill(page, say("interpretation_text"), "期限的最后一日为周年日当日，周年日当日不得提拔");
  await page.getByRole("button", { name: say("interpretation_preview") }).click();
  await page.getByRole("button", { name: say("interpretation_enter") }).click();
  await page.getByRole("heading", { level: 1, name: number }).waitFor();
  // Whoever entered it is told why they cannot countersign.
  await page
    .getByRole("region", { name: say("interpretation_sign") })
    .getByText("前一步由您办理，这一步须由他人办理")
    .waitFor();
  const address = new URL(page.url()).pathname;

  const other = (await sitDown(browser, site, "personnel-officer", words)).page;
  await other.goto(`${site.origin}${address}`);
  await other
    .getByRole("region", { name: say("effect_title") })
    .getByRole("link", { name: persons.subject.name })
    .waitFor();
  await check(other, "radio", say("interpretation_agree"));
  await other.getByRole("button", { name: say("interpretation_sign") }).click();
  await other.locator(".interpretation-holds").waitFor();

  await other.goto(`${site.origin}/persons/${persons.subject.id}`);
  await other
    .getByRole("link", { name: say("restriction_by_interpretation", { number }) })
    .first()
    .waitFor();
  await other.goto(`${site.origin}/regulation#readings`);
  await other
    .getByRole("region", { name: say("readings") })
    .getByRole("link", { name: number })
    .waitFor();
  const { check: look } = lookerAt(site, browser);
  await look("personnel-officer", address, () => number);
  await look("personnel-officer", `/persons/${persons.subject.id}`, () => persons.subject.name);
});
