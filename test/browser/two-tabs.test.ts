// Two tabs, two people: the page of the first submits nothing under the name of the second, says who is there now, and keeps what was typed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { actNames } from "#casework/acts.ts";
import { launchBrowser } from "../browser.ts";
import { caseAt } from "../api/steps.ts";
import { password, persons } from "../api/world.ts";
import { check, fill, fillDay, openSite, sitDown, wordsOf } from "./site.ts";

test("what one typed is not submitted under the name of another who signed in beside it, and stays", async () => {
  const site = await openSite();
  const words = wordsOf("zh-CN");
  const { say, of } = words;
  const { matterId } = await caseAt(site, "effective", persons.subject.id);
  const browser = await launchBrowser();
  try {
    const { page } = await sitDown(browser, site, "office-clerk", words);
    await page.goto(`${site.origin}/cases/${matterId}/acts/record-circulation`);
    await fillDay(page, say("circulation_on"), "2025-03-05");
    await check(page, "radio", say("scope_zone"));
    await fill(page, say("circulation_document"), "测办通报〔2025〕1号");

    const second = await page.context().newPage();
    await second.goto(`${site.origin}/desk`);
    await second.getByRole("button", { name: say("sign_out") }).click();
    await second.getByLabel(say("account"), { exact: true }).fill("committee-secretary");
    await second.getByLabel(say("password"), { exact: true }).fill(password);
    await second.getByRole("button", { name: say("sign_in") }).click();
    await second.getByRole("heading", { level: 1, name: say("menu_desk") }).waitFor();

    await page.getByRole("button", { name: of(actNames["record-circulation"]) }).click();
    const said = { name: "测试committee-secretary", before: "测试office-clerk" };
    await page.getByText(say("signed_in_as_another", said)).waitFor();
    assert.equal(
      await page.getByLabel(say("circulation_document"), { exact: true }).inputValue(),
      "测办通报〔2025〕1号",
    );
    const { json } = await site.call({ as: "reviewer", method: "GET", path: `/api/matters/${matterId}` });
    assert.ok(!JSON.stringify(json).includes("测办通报〔2025〕1号"), "nothing was done");
  } finally {
    await browser.close();
  }
});
