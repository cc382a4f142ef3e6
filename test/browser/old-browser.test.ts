// Chromium 86, on which government desktops still run: sign-in, desk, ledgers, a case, a form sent, an answer given.
import assert from "node:assert/strict";
import { test } from "node:test";
import { launchOldBrowser } from "../browser.ts";
import { actNames } from "#casework/act-names.ts";
import { caseAt } from "../api/steps.ts";
import { persons } from "../api/world.ts";
import { check, choose, fill, fillDay, openSite, sitDown, wordsOf } from "./site.ts";

test("Chromium 86 shows the screens, takes a form and answers a question", async () => {
  const site = await openSite();
  const effective = await caseAt(site, "effective", persons.subject.id);
  const browser = await launchOldBrowser();
  const { say, of } = wordsOf("zh-CN");
  try {
    const { page, problems } = await sitDown(browser, site, "discipline-officer", wordsOf("zh-CN"));
    await page.getByRole("heading", { level: 1, name: say("menu_desk") }).waitFor();
    const watermark = await page.locator('div[style*="background-image"]').getAttribute("style");
    assert.match(watermark ?? "", /background-size: \d+px/u);
    await page.goto(`${site.origin}/cases`);
    await page.getByRole("link", { name: effective.number }).click();
    await page.getByRole("heading", { level: 1, name: "生态环境局处置排污问题不力问题" }).waitFor();
    await page.getByText(say("execution")).first().waitFor();

    await page.goto(`${site.origin}/leads/new`);
    await choose(page, say("lead_source"), say("source_media"));
    await fillDay(page, say("lead_received_on"), "2026-07-30");
    await fill(page, say("lead_summary"), "媒体反映河道污染多日无人处置");
    await fill(page, say("person_name"), "郑文博");
    await fill(page, say("unit"), "生态环境局");
    await page.getByRole("button", { name: of(actNames["register-lead"]) }).click();
    await page.getByRole("link", { name: of(actNames["dispose-lead"]) }).waitFor();
    await page.getByText("媒体反映河道污染多日无人处置").first().waitFor();

    await page.goto(`${site.origin}/eligibility`);
    await check(page, "radio", "提拔");
    await fillDay(page, say("question_date"), "2025-12-31");
    await fill(page, say("person_name"), persons.subject.name);
    await page.getByRole("button", { name: say("ask"), exact: true }).click();
    const row = page.getByRole("row").filter({ hasText: persons.subject.name });
    await row.waitFor();
    assert.ok((await row.innerText()).includes("2026-02-28"));
    await page.goto(`${site.origin}/persons/${persons.subject.id}`);
    await page.getByRole("img", { name: "2026-07-31" }).waitFor();
    assert.deepEqual(problems, []);
  } finally {
    await browser.close();
  }
});
