// As a personnel clerk would: paste thirty names, say who three of them are, get the letter and the sheet, and have the reply revoked after a new case.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { checkDigitOf } from "#registry/rules/check-digit.ts";
import { inTransaction } from "#database/database.ts";
import { addPersons } from "#registry/rows/persons.ts";
import { launchBrowser } from "../browser.ts";
import { caseAt } from "../api/steps.ts";
import { password, persons } from "../api/world.ts";
import { fill, fillDay, openSite, takeSeat, wordsOf } from "./site.ts";
import type { Seat } from "./site.ts";

const site = await openSite();
const browser = await launchBrowser();
after(() => browser.close());
const { say } = wordsOf("zh-CN");

const surnames = "钱孙郑冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜".split("");
const bearers = surnames.map((surname, index) => ({
  name: `${surname}志远`,
  organizationId: index % 2 === 0 ? "bureau" : "street",
}));
/** The first two are borne by two people of one unit each. */
const doubled = bearers.slice(0, 2);

async function register(): Promise<void> {
  const born = (index: number) =>
    `2105021980${String(101 + (index % 28)).padStart(4, "0")}${String(100 + index).slice(0, 3)}`;
  const listed = [...bearers, ...doubled].map((one, index) => ({
    ...persons.unrecorded,
    ...one,
    id: `listed-${index}`,
    idNumber: born(index) + checkDigitOf(born(index)),
  }));
  const { app } = site;
  await inTransaction(app.database, { jurisdictionId: app.jurisdictionId, accountId: null }, (trx) =>
    addPersons(trx, app.keys, listed),
  );
}

const unitNames = { bureau: "生态环境局", street: "青石街道办事处" } as const;
const pasted = [
  ...bearers.map(({ name, organizationId }) => `${name}\t${unitNames[organizationId as keyof typeof unitNames]}`),
  "周明远\t生态环境局",
  "李静",
  "吴建国\t生态环境局",
];

test("thirty names are pasted, three of them chosen, a letter signed by two offices, and the reply revoked after a new case", async () => {
  await register();
  await caseAt(site, "effective", persons.subject.id);
  assert.equal(pasted.length, 30);
  const clerk = await takeSeat(browser, site, "personnel-officer", "zh-CN");
  const { page } = clerk;
  await page.goto(`${site.origin}/clearance/new`);
  await fill(page, say("clearance_requester"), "党工委工作部");
  await page.getByRole("radio", { name: "提拔" }).check();
  await fill(page, say("clearance_purpose_text"), "拟提拔为乡科级正职");
  await fillDay(page, say("question_date"), "2025-12-31");
  await fill(page, say("name_list"), pasted.join("\n"));
  await page.getByText(say("clearance_count", { count: 30 })).waitFor();
  await page.getByRole("button", { name: say("clearance_send") }).click();
  await page.getByRole("heading", { level: 1, name: /征廉〔2026〕/u }).waitFor();
  const kinds = page.locator("fieldset.summary");
  const several = kinds.getByRole("button", { name: new RegExp(`${say("match_several")} 3`, "u") });
  await several.click();

  // Each is chosen where it stands; the line then says who did so.
  for (const line of ["钱志远", "孙志远", "李静"]) {
    const row = page.getByRole("row").filter({ has: page.getByText(line, { exact: true }) });
    await row.locator(".candidates button").first().click();
    await row.getByText(say("chosen_waits")).waitFor();
  }
  await page.getByRole("button", { name: say("clearance_ask_again") }).click();
  await page.getByText(/第 2 次核查，/u).waitFor();
  await kinds.getByRole("button", { name: /无限制 29/u }).waitFor();
  await kinds.getByRole("button", { name: /不得 1/u }).click();
  await page.getByText("2026-02-28", { exact: true }).waitFor();
  await page
    .getByRole("row")
    .filter({ hasText: "周明远" })
    .getByRole("link", { name: /第十三条第一款/u })
    .waitFor();
  assert.equal((await downloaded(clerk, say("export_xlsx"))).slice(0, 2), "PK");
  assert.match(await downloaded(clerk, say("clearance_receipt")), /^\{"askedAt"/u);
  const address = new URL(page.url()).pathname;

  const writer = await takeSeat(browser, site, "discipline-officer", "zh-CN");
  await writer.page.goto(site.origin + address);
  await fillDay(writer.page, say("letter_valid_until"), "2026-10-31");
  await writer.page.getByRole("button", { name: say("letter_draft") }).click();
  await writer.page.getByText(say("letter_drafted"), { exact: true }).waitFor();
  // Who drafts it is offered no signature.
  assert.equal(await writer.page.getByRole("button", { name: say("letter_sign") }).count(), 0);
  for (const account of ["reviewer", "second-inquirer"]) await signAs(account, address);
  await writer.page.reload();
  await writer.page.getByRole("button", { name: say("letter_issue") }).click();
  await writer.page.getByRole("heading", { level: 3, name: /廉复〔2026〕1号/u }).waitFor();

  await page.reload();
  await page.getByRole("heading", { level: 3, name: /廉复〔2026〕1号/u }).waitFor();
  assert.equal((await downloaded(clerk, say("letter_pdf"))).slice(0, 5), "%PDF-");
  assert.equal((await downloaded(clerk, say("letter_word"))).slice(0, 2), "PK");

  await caseAt(site, "inquiry", persons.other.id);
  await writer.page.goto(`${site.origin}/desk`);
  await writer.page.getByText(say("letters_concerned_desk", { count: "1" })).waitFor();
  await writer.page.getByRole("link", { name: say("letters_concerned_look") }).click();
  await writer.page.getByRole("link", { name: /廉复〔2026〕1号/u }).click();
  await writer.page.getByRole("alert").filter({ hasText: "第 30 行" }).waitFor();
  await writer.page.getByRole("button", { name: say("letter_revoke"), exact: true }).click();
  await fill(writer.page, say("reasons"), "人员情况有变化");
  await writer.page.getByRole("button", { name: say("letter_end_send") }).click();
  await writer.page.getByText(say("letter_revoked"), { exact: true }).first().waitFor();

  // The requesting office sees that it is revoked, and never why.
  await page.reload();
  assert.equal((await downloaded(clerk, say("letter_notice_pdf"))).slice(0, 5), "%PDF-");
  assert.doesNotMatch(await page.locator("main").innerText(), /线索|立案|问责〔|人员情况有变化/u);
  assert.deepEqual([...clerk.problems, ...writer.problems], []);
});

async function signAs(account: string, address: string): Promise<void> {
  const seat = await takeSeat(browser, site, "reviewer", "zh-CN");
  await seat.page.context().request.post(`${site.origin}/api/session`, { data: { account, password } });
  await seat.page.goto(site.origin + address);
  await seat.page.getByRole("radio", { name: say("letter_agree"), exact: true }).check();
  await seat.page.getByRole("button", { name: say("letter_sign"), exact: true }).click();
  await seat.page
    .getByText(/同意 测试/u)
    .first()
    .waitFor();
  assert.deepEqual(seat.problems, []);
  await seat.page.close();
}

/** The beginning of the file that the link gives, as the browser would save it. */
async function downloaded({ page }: Seat, name: string): Promise<string> {
  const address = await page.getByRole("link", { name, exact: true }).first().getAttribute("href");
  const answer = await page.context().request.get(site.origin + (address ?? ""));
  assert.equal(answer.status(), 200, name);
  return (await answer.body()).subarray(0, 200).toString("utf8");
}
