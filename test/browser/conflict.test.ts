// Two people at one case: the slower one loses nothing that was typed, sees what was done meanwhile, and goes on.
import assert from "node:assert/strict";
import { test } from "node:test";
import { actNames } from "#casework/acts.ts";
import { launchBrowser } from "../browser.ts";
import { caseAt, inputs } from "../api/steps.ts";
import { done, persons } from "../api/world.ts";
import { check, fill, fillDay, openSite, sitDown, wordsOf } from "./site.ts";

test("what another did meanwhile is shown, the typed words stay, and they are recorded after loading the latest", async () => {
  const site = await openSite();
  const words = wordsOf("zh-CN");
  const { say, of } = words;
  const at = await caseAt(site, "effective", persons.subject.id);
  const browser = await launchBrowser();
  try {
    const { page, problems } = await sitDown(browser, site, "office-clerk", words);
    await page.goto(`${site.origin}/cases/${at.matterId}/acts/record-circulation`);
    await fillDay(page, say("circulation_on"), "2025-03-05");
    await check(page, "radio", say("scope_zone"));
    await fill(page, say("circulation_document"), "测办通报〔2025〕1号");
    await done(site, "personnel-officer", "record-consent", at, inputs.consent(at.subjectId, "2025-06-01"));
    await page.getByRole("button", { name: of(actNames["record-circulation"]) }).click();
    const conflict = page.getByRole("alert").filter({ hasText: say("conflict_title") });
    await conflict.waitFor();
    assert.ok((await conflict.innerText()).includes(of(actNames["record-consent"])));
    assert.equal(
      await page.getByLabel(say("circulation_document"), { exact: true }).inputValue(),
      "测办通报〔2025〕1号",
    );
    await conflict.getByRole("button", { name: say("conflict_reload") }).click();
    await conflict.waitFor({ state: "detached" });
    await page.getByRole("button", { name: of(actNames["record-circulation"]) }).click();
    await page
      .getByRole("region", { name: say("execution") })
      .getByText("测办通报〔2025〕1号")
      .waitFor();
    assert.deepEqual(
      problems.filter((problem) => !problem.includes("409")),
      [],
    );
  } finally {
    await browser.close();
  }
});
