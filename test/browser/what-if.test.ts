// 推演 in the browser: what is chosen stands in the address, and another reading is seen beside the one in force.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { launchBrowser, settled } from "../browser.ts";
import { choose, openSite, sitDown, wordsOf } from "./site.ts";

const site = await openSite();
const browser = await launchBrowser();
after(() => browser.close());
const words = wordsOf("zh-CN");
const { say } = words;

test("a measure is supposed, a day asked about, a reading changed, and the address says it all again", async () => {
  const { page } = await sitDown(browser, site, "unit-liaison", words);
  const readsOfServer: string[] = [];
  await page.goto(`${site.origin}/what-if?on=2026-05-10&level=${encodeURIComponent("乡科级正职")}`);
  await page.getByText(say("what_if_nothing")).waitFor();
  await settled(page);
  page.on("request", (request) => readsOfServer.push(request.url()));
  await page.getByRole("button", { name: say("what_if_add_measure") }).click();
  await choose(page, say("what_if_kind"), "调离岗位");
  const effective = page.getByLabel(say("what_if_effective"), { exact: true });
  await effective.fill("2025-05-10");
  await effective.press("Enter");
  // On the anniversary the answer waits for confirmation; under the other reading that day is barred still.
  const promotion = page.getByRole("row", { name: /^提拔/u });
  await promotion.getByText("需核实", { exact: true }).waitFor();
  await page.getByLabel("期限的最后一日是周年日的前一日，还是周年日当日？", { exact: true }).click();
  await page
    .locator(".ant-select-item-option")
    .filter({ hasText: /^周年日当日$/u })
    .click();
  await promotion.getByText("不得", { exact: true }).waitFor();
  assert.match(await promotion.innerText(), /需核实[\s\S]*不得[\s\S]*2026-05-10/u);
  const timelines = page.getByRole("img", { name: "2026-05-10" });
  await timelines.nth(1).waitFor();
  assert.equal(await timelines.count(), 2);
  assert.deepEqual(readsOfServer, [], "nothing is asked of the server");
  await page.reload();
  await promotion.getByText("不得", { exact: true }).waitFor();
  assert.match(page.url(), /m=transfer%2C2025-05-10/u);
});

test("an incomplete history is supposed by a switch: without any record the answer has to be confirmed then", async () => {
  const { page } = await sitDown(browser, site, "unit-liaison", words);
  await page.goto(`${site.origin}/what-if?on=2026-05-10`);
  const promotion = page.getByRole("row", { name: /^提拔/u });
  await promotion.getByText("无限制", { exact: true }).waitFor();
  await page.getByRole("checkbox", { name: say("what_if_history_incomplete") }).click();
  await promotion.getByText("需核实", { exact: true }).waitFor();
  assert.match(page.url(), /history=incomplete/u);
});
