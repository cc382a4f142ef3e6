// A recusal in mid-case, an adversary who tries addresses by hand, and a log that a second body signs.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { hashPassword } from "#accounts/passwords.ts";
import { countersign } from "#log/uses/countersign.ts";
import { checkpointFileShape } from "#audit/checkpoint.ts";
import { actNames } from "#casework/acts.ts";
import { inTransaction } from "#database/database.ts";
import { addAccount } from "../settled.ts";
import { putRelative } from "../database/people.ts";
import { launchBrowser, openPage, settled } from "../browser.ts";
import { caseAt, inputs, leadAt } from "../api/steps.ts";
import { done, evidenceFile, password, persons } from "../api/world.ts";
import { choose, fill, openSite, sitDown, takeSeat, wordsOf } from "./site.ts";

const site = await openSite();
const browser = await launchBrowser();
after(() => browser.close());
const words = wordsOf("zh-CN");
const { say, of } = words;
const scope = { jurisdictionId: site.app.jurisdictionId, accountId: null };

test("an inquirer recuses themselves in mid-case: the case is gone for them at once, and the others go on with it", async () => {
  const at = await caseAt(site, "inquiry", persons.subject.id);
  const { page } = await sitDown(browser, site, "reviewer", words);
  await page.goto(`${site.origin}/cases/${at.matterId}/acts/declare-recusal`);
  await page.getByText(say("recusal_note_own")).waitFor();
  await choose(page, say("recusal_ground"), say("recusal_interest"));
  await fill(page, say("reasons"), "曾参与该项目验收");
  await page.getByRole("button", { name: of(actNames["declare-recusal"]) }).click();
  await page
    .getByText(/不在您的办理范围内/u)
    .first()
    .waitFor();
  await page.goto(`${site.origin}/cases`);
  await page.getByRole("heading", { level: 1, name: say("menu_cases") }).waitFor();
  await settled(page);
  assert.equal(await page.getByText(at.number).count(), 0, "not in the ledger");
  const colleague = await sitDown(browser, site, "discipline-officer", words);
  await colleague.page.goto(`${site.origin}/cases/${at.matterId}`);
  await colleague.page.getByText("曾参与该项目验收").first().waitFor();
});

test("an adversary with a session tries addresses by hand and learns nothing", async () => {
  const hashed = await hashPassword(password);
  await inTransaction(site.app.database, scope, async (trx) => {
    await addAccount(trx, {
      id: "adversary",
      account: "adversary",
      name: "吴建国",
      roles: ["discipline-officer"],
      organizationId: "bureau",
      personId: persons.other.id,
      password: hashed,
      mustChangePassword: false,
    });
    await putRelative(trx, persons.other.id, { relation: "配偶", name: "孙立新", relativeId: persons.open.id });
  });
  const lead = await leadAt(site, "registered", persons.open.id);
  const at = await caseAt(site, "inquiry", persons.open.id);
  const file = await evidenceFile(site, "不给亲属看的材料");
  await done(site, "discipline-officer", "record-fact", at, inputs.fact(at.subjectId, file));
  const { page } = await openPage(browser, "zh-CN");
  await page.goto(`${site.origin}/`);
  await page.getByLabel(say("account"), { exact: true }).fill("adversary");
  await page.getByLabel(say("password"), { exact: true }).fill(password);
  await page.getByRole("button", { name: say("sign_in") }).click();
  await page.getByRole("button", { name: say("sign_out") }).waitFor();
  for (const path of [
    `/cases/${at.matterId}`,
    `/cases/${at.matterId}/acts/record-fact`,
    `/leads/${lead.matterId}`,
    `/leads/${at.matterId}`,
    `/cases/${lead.matterId}`,
  ]) {
    await page.goto(`${site.origin}${path}`);
    await page
      .getByText(/不在您的办理范围内/u)
      .first()
      .waitFor();
    assert.equal(await page.getByText(/孙立新|不给亲属看/u).count(), 0, path);
  }
  // By hand, with the very session of the browser.
  for (const path of [`/api/matters/${at.matterId}`, `/api/matters/${at.matterId}/files/${file.sha256}`]) {
    const status = await page.evaluate<number>(`fetch(${JSON.stringify(path)}).then((reply) => reply.status)`);
    assert.equal(status, 404, path);
  }
  for (const path of ["/cases", `/cases?q=${encodeURIComponent("孙立新")}`, "/leads", "/desk"]) {
    await page.goto(`${site.origin}${path}`);
    await settled(page);
    assert.equal(await page.getByText(at.number).count(), 0, path);
    assert.equal(await page.getByText(lead.number).count(), 0, path);
  }
  await page.goto(`${site.origin}/accounts`);
  await settled(page);
  assert.equal(await page.getByText("reviewer", { exact: true }).count(), 0);
});

test("a checkpoint leaves as a file, comes back countersigned, and the log is whole with it; another file is refused in words", async () => {
  const { page, problems } = await takeSeat(browser, site, "audit-administrator", "zh-CN");
  const folder = mkdtempSync(path.join(tmpdir(), "wenze-checkpoint-"));
  try {
    await page.goto(`${site.origin}/log`);
    await page.getByRole("button", { name: say("checkpoint_make") }).click();
    const save = page.getByRole("button", { name: new RegExp(say("checkpoint_save"), "u") }).first();
    await save.waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), save.click()]);
    const file = path.join(folder, "checkpoint.json");
    await download.saveAs(file);
    const upload = page.getByLabel(say("countersignature_upload"), { exact: true }).and(page.locator("input"));
    await upload.setInputFiles(file);
    await page.getByText("文件中没有会签").waitFor();
    const saved = checkpointFileShape.parse(JSON.parse(readFileSync(file, "utf8")));
    const second = { name: "市纪委监委", at: "2026-07-31T02:00:00.000Z" };
    const signed = countersign(saved, path.join(folder, "own.key"), second);
    assert.ok(signed.type === "signed");
    writeFileSync(file, JSON.stringify(signed.file));
    await upload.setInputFiles(file);
    await page.getByText(say("countersignatures_added", { count: 1 })).waitFor();
    await page.getByText(/市纪委监委（/u).waitFor();
    assert.equal(await page.getByText(say("refused_title")).count(), 0);
    writeFileSync(file, "其他");
    await upload.setInputFiles(file);
    await page.getByText(say("checkpoint_unreadable")).waitFor();
    await page.getByRole("button", { name: say("log_verify") }).click();
    await page.getByText(/个检查点均与记录相符/u).waitFor();
    // The refused file was answered with 422, which the browser writes down.
    assert.deepEqual(
      problems.filter((one) => !one.includes("422")),
      [],
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
