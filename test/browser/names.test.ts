// A pasted list of names: the three kinds of nothing stay apart, one of several is chosen, no name stands in the address, Excel comes out.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readFile } from "#files/read/read-file.ts";
import { launchBrowser } from "../browser.ts";
import { caseAt } from "../api/steps.ts";
import { persons } from "../api/world.ts";
import { fillDay, openSite, sitDown, wordsOf } from "./site.ts";

test("nobody, several and somebody with no record are three different answers", async () => {
  const site = await openSite();
  const words = wordsOf("zh-CN");
  const { say, of } = words;
  const { answers } = site.app.law.vocabulary.names;
  await caseAt(site, "effective", persons.subject.id);
  const browser = await launchBrowser();
  try {
    const { page, problems } = await sitDown(browser, site, "personnel-officer", words);
    await page.goto(`${site.origin}/eligibility`);
    await page.getByRole("radio", { name: "提拔", exact: true }).check();
    await fillDay(page, say("question_date"), "2025-12-31");
    await page.getByRole("radio", { name: say("about_list"), exact: true }).check();
    await page
      .getByRole("textbox", { name: say("name_list") })
      .fill(`周明远\t生态环境局\n李静\n${persons.unrecorded.name}，生态环境局\n王二麻`);
    await page.getByRole("button", { name: say("ask"), exact: true }).click();
    const rowOf = (name: string) => page.getByRole("row").filter({ hasText: name });
    await rowOf("王二麻").waitFor();
    const answerOf = (name: string) => rowOf(name).locator(".answer").innerText();
    assert.equal(await answerOf("周明远"), of(answers.barred));
    assert.equal(await answerOf("李静"), say("match_several"));
    assert.equal(await answerOf(persons.unrecorded.name), of(answers.clear));
    assert.ok((await rowOf(persons.unrecorded.name).innerText()).includes(say("match_one_nothing")));
    assert.equal(await answerOf("王二麻"), say("match_none"));
    assert.equal(new URL(page.url()).searchParams.get("date"), "2025-12-31");
    for (const name of ["周明远", "李静", "王二麻"])
      assert.ok(!decodeURIComponent(page.url()).includes(name), page.url());

    await rowOf("李静").getByRole("button", { name: "青石街道办事处" }).click();
    await rowOf("李静").getByText(of(answers.clear), { exact: true }).waitFor();
    await page.getByRole("button", { name: `${of(answers.barred)} 1` }).click();
    await rowOf("李静").waitFor({ state: "detached" });
    await rowOf("周明远").waitFor();

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: say("export_xlsx") }).click(),
    ]);
    assert.match(download.suggestedFilename(), /\.xlsx$/u);
    assert.equal(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString(),
      "PK",
    );

    await page.getByRole("radio", { name: say("about_file"), exact: true }).check();
    const list = page.getByLabel(say("list_file"), { exact: true });
    const answered = async (name: string, text: string) => {
      await list.setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
      await page.getByRole("button", { name: say("list_ask"), exact: true }).click();
    };
    const [sheet] = await Promise.all([
      page.waitForEvent("download"),
      answered("名单.csv", "姓名,单位\n周明远,\n王二麻,"),
    ]);
    const rows: string[] = [];
    for await (const chunk of readFile(readFileSync(await sheet.path()), "xlsx"))
      for (const { cells } of chunk) rows.push(cells.slice(1, 4).join(" "));
    assert.ok(rows.includes(`周明远 生态环境局 ${of(answers.barred)}`), rows.join("\n"));
    assert.ok(rows.includes("王二麻  查无此人"), rows.join("\n"));
    await page.getByText("“名单.csv”已核查完毕", { exact: false }).waitFor();
    await answered("空.csv", "");
    await page.getByRole("alert").filter({ hasText: "文件是空的" }).waitFor();
    assert.deepEqual(
      problems.filter((problem) => !problem.includes("400")),
      [],
    );
  } finally {
    await browser.close();
  }
});
