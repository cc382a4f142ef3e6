// Chromium 86, on which government desktops still run: sign-in, desk, ledgers, a case, a form sent, an answer given, and the newer screens.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { sweepNow } from "#sweep/uses/sweep.ts";
import { launchOldBrowser } from "../browser.ts";
import { actNames } from "#casework/acts.ts";
import { caseAt } from "../api/steps.ts";
import { persons } from "../api/world.ts";
import { follow } from "./see.ts";
import { check, choose, fill, fillDay, openSite, sitDown, wordsOf } from "./site.ts";

test("Chromium 86 shows the screens, takes a form and answers a question", async () => {
  const site = await openSite();
  const effective = await caseAt(site, "effective", persons.subject.id);
  const honour = { year: "2025", honour: "先进工作者", issuer: "区委" };
  await site.call({
    as: "personnel-officer",
    method: "POST",
    path: `/api/persons/${persons.subject.id}/records`,
    body: { key: randomUUID(), kind: "honours", cells: honour },
  });
  await sweepNow(site.app, "command");
  const asked = {
    purpose: "promotion",
    purposeText: "拟提拔",
    date: "2026-03-01",
    names: [{ name: persons.subject.name }],
  };
  const clearance = await site.call({
    as: "reviewer",
    method: "POST",
    path: "/api/clearance",
    body: { key: randomUUID(), requester: "党工委工作部", ...asked },
  });
  const { requestId, number } = clearance.json as { requestId: string; number: string }; // the contract's own output
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

    // The newer screens, as links lead to them, for a personnel officer at the same browser.
    const [name = "", value = ""] = (await site.cookieOf("personnel-officer")).split("=");
    await page.context().addCookies([{ name, value, url: site.origin, httpOnly: true, sameSite: "Strict" }]);
    await page.goto(`${site.origin}/nowhere`);
    for (const { path, heading, shown } of [
      {
        path: "/sweep?state=all",
        heading: say("menu_sweep"),
        shown: say("entry_honour_text", { year: 2025, name: "先进工作者" }),
      },
      { path: "/ending?from=2025-12-01&until=2026-03-31", heading: say("menu_ending"), shown: "2026-02-28" },
      { path: "/figures?on=2025-06-01", heading: say("menu_figures"), shown: "生态环境局" },
      { path: "/honours-check", heading: say("menu_honours_check"), shown: say("honours_title") },
      { path: "/clearance/new", heading: say("clearance_enter"), shown: say("clearance_purpose_text") },
      { path: `/clearance/${requestId}`, heading: number, shown: persons.subject.name },
      { path: "/supervision", heading: say("menu_supervision"), shown: effective.number },
      { path: "/bodies", heading: say("menu_bodies"), shown: say("bodies_none") },
    ]) {
      await follow(page, path);
      await page.getByRole("heading", { level: 1, name: heading }).waitFor();
      await page.getByText(shown).first().waitFor();
    }
    assert.deepEqual(problems, []);
  } finally {
    await browser.close();
  }
});
