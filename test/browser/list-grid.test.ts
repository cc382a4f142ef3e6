// A list is looked through before anything is asked: who is clear, doubled, unclear, not read; corrected and taken out where it stands.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { launchBrowser } from "../browser.ts";
import { persons } from "../api/world.ts";
import { askAxe } from "./axe.ts";
import { fillDay, openSite, takeSeat, wordsOf } from "./site.ts";

const site = await openSite();
const browser = await launchBrowser();
after(() => browser.close());
const { say, of } = wordsOf("zh-CN");

test("a pasted list shows how each row was understood, and what is corrected there is asked", async () => {
  const { page, problems } = await takeSeat(browser, site, "personnel-officer", "zh-CN");
  await page.goto(`${site.origin}/eligibility?purpose=promotion&about=list`);
  await fillDay(page, say("question_date"), "2025-12-31");
  const text = [
    "拟提拔人选名单",
    "姓名\t单位\t身份证号\t拟任职务层次",
    "周 明远（男）\t生态环境局\t\t正科级",
    "李静",
    "周明远\t生态环境局局长",
    "王二麻\t财政局\t9.90181E+17",
    "合计\t4",
  ].join("\n");
  const list = page.getByRole("textbox", { name: say("name_list"), exact: true });
  await list.fill(text);
  await list.blur();
  const grid = page.getByRole("region", { name: say("list_grid") });
  const field = (row: number, column: string) => grid.getByLabel(say("list_cell", { column, row }), { exact: true });
  const stateOf = (row: number) => grid.locator(".ant-table-row").nth(row).locator(".list-state");
  await grid.getByText(say("list_doubled_with", { row: 3 })).waitFor();
  assert.equal(await field(3, say("person_name")).inputValue(), "周明远");
  assert.equal(await stateOf(0).innerText(), say("list_found"));
  assert.equal(await stateOf(1).innerText(), say("list_several", { count: 2 }));
  assert.equal(await stateOf(3).innerText(), [say("list_nobody"), say("list_number_spoilt")].join("；"));
  await grid.getByText(say("list_not_read", { count: 2 })).waitFor();
  assert.deepEqual((await askAxe(page, { colours: true })).violations, []);

  // Corrected with the keyboard: the form is not sent by it.
  await field(4, say("unit")).fill("青石街道办事处");
  await field(4, say("unit")).press("Enter");
  await grid.locator(".ant-table-row").nth(1).getByText(say("list_found")).waitFor();
  await grid.getByRole("button", { name: say("list_remove_row", { row: 5 }) }).click();
  await grid.getByRole("button", { name: say("list_remove_row", { row: 6 }) }).click();
  await page.getByText(say("clearance_count", { count: 2 })).waitFor();
  await page.getByRole("button", { name: say("ask"), exact: true }).click();
  const { answers } = site.app.law.vocabulary.names;
  const line = page.getByRole("row").filter({ hasText: "青石街道办事处" });
  await line.getByText(of(answers.clear), { exact: true }).waitFor();
  await page.getByRole("row").filter({ hasText: persons.subject.name }).first().waitFor();
  assert.deepEqual(problems, []);
  await page.close();
});

test("a list of 3,000 rows scrolls, and its last row can be corrected", async () => {
  const { page } = await takeSeat(browser, site, "personnel-officer", "zh-CN");
  await page.goto(`${site.origin}/clearance/new`);
  const rows = Array.from({ length: 3000 }, (_none, index) => `王二麻\t第${index}局`);
  await page.getByRole("textbox", { name: say("name_list"), exact: true }).fill(rows.join("\n"));
  await page.getByText(say("clearance_count", { count: 3000 })).waitFor();
  const grid = page.getByRole("region", { name: say("list_grid") });
  // Only what is in view is drawn.
  assert.ok((await grid.locator(".ant-table-row").count()) < 60);
  await page.evaluate(
    `{ const holder = document.querySelector(".ant-table-tbody-virtual-holder"); holder.scrollTo(0, holder.scrollHeight); }`,
  );
  await grid.getByLabel(say("list_cell", { column: say("person_name"), row: 3000 }), { exact: true }).waitFor();
  await page.close();
});
