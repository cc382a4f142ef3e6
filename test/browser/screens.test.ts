// Every screen, each as somebody who may use it.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, test } from "node:test";
import { importKindNames } from "#imports/rules/import-column-names.ts";
import { actNames } from "#casework/acts.ts";
import { sweepNow } from "#sweep/uses/sweep.ts";
import { launchBrowser } from "../browser.ts";
import type { ActId } from "#casework/acts.ts";
import { bodyActNames } from "#bodies/rules/body-names.ts";
import type { Role } from "#casework/roles.ts";
import { inTransaction } from "#database/database.ts";
import { addPersons } from "#registry/rows/persons.ts";
import { caseAt, leadAt } from "../api/steps.ts";
import { accountIdOf, done, password, persons } from "../api/world.ts";
import { askAxe } from "./axe.ts";
import { lookerAt } from "./see.ts";
import { choose, fill, fillDay, openSite, sitDown, wordsOf } from "./site.ts";
import type { Words } from "./site.ts";

// At the top, not in a hook: what the zone registers to be closed afterwards then belongs to the whole file.
const site = await openSite();
const browser = await launchBrowser();
after(() => browser.close());
const lead = (await leadAt(site, "registered")).matterId;
const inquiry = (await caseAt(site, "inquiry", persons.other.id)).matterId;
await caseAt(site, "effective", persons.subject.id);
const { check, seatOf } = lookerAt(site, browser);

const say = (key: string) => (words: Words) => words.say(key);

test("the desk", () => check("discipline-officer", "/desk", say("menu_desk")));
test("what the reader did", () => check("discipline-officer", "/done", say("tab_done")));
test("what is open, office by office", () =>
  check("discipline-officer", "/supervision?office=discipline-committee&due=overdue", say("menu_supervision")));
test("the messages", () => check("discipline-officer", "/notifications?all=1", say("menu_notifications")));
test("the ledger of leads", () => check("discipline-officer", "/leads", say("menu_leads")));
test("the ledger of leads, filtered", () =>
  check("discipline-officer", "/leads?q=排污&stage=registered&sort=dueOn&order=asc", say("menu_leads")));
test("the form of a new lead", () => check("discipline-officer", "/leads/new", say("lead_register")));
test("a lead", () => check("discipline-officer", `/leads/${lead}`, () => "线索"));
test("the form that disposes of a lead", () =>
  check("discipline-officer", `/leads/${lead}/acts/dispose-lead`, (words) => words.of(actNames["dispose-lead"])));
test("the ledger of cases", () => check("office-clerk", "/cases", say("menu_cases")));
test("the form that asks for an inquiry", () =>
  check("discipline-officer", `/cases/new?lead=${lead}`, (words) => words.of(actNames["request-opening"])));

test("the cadres", () => check("personnel-officer", "/persons", say("menu_persons")));
test("a cadre with restrictions", () =>
  check("personnel-officer", `/persons/${persons.subject.id}`, () => persons.subject.name));
test("a cadre without any", () =>
  check("personnel-officer", `/persons/${persons.unrecorded.id}`, () => persons.unrecorded.name));
test("an appointment entered by hand, with who manages the cadre from then on", async () => {
  for (const language of ["en", "zh-CN"] as const) {
    const { say: word, of } = wordsOf(language);
    const { page } = await seatOf("personnel-officer", language);
    await page.goto(`${site.origin}/persons/${persons.unrecorded.id}`);
    await page.getByRole("button", { name: of(importKindNames.appointments) }).click();
    await page.getByLabel(word("managed_by")).waitFor();
    assert.deepEqual((await askAxe(page, { colours: false })).violations, []);
  }
  const { page } = await seatOf("personnel-officer", "zh-CN");
  const form = page.locator("form");
  await choose(form, "单位", "生态环境局");
  await form.getByLabel("职务", { exact: true }).fill("监测科科长");
  await form.getByLabel("任职日期").fill("2026-02-01");
  await choose(form, "管理权限", "市管");
  await form.getByRole("button", { name: say("save")(wordsOf("zh-CN")) }).click();
  await page.getByRole("row").filter({ hasText: "监测科科长" }).getByText("市管").waitFor();
});
test("a relative is entered, shown from both sides, and ended with a day", async () => {
  const { page } = await seatOf("personnel-officer", "zh-CN");
  const { say: word } = wordsOf("zh-CN");
  await page.goto(`${site.origin}/persons/${persons.unrecorded.id}`);
  await page.getByRole("button", { name: word("relative_add") }).click();
  const form = page.locator("form");
  await choose(form, word("relative_kind"), "近姻亲");
  await form.getByLabel(word("relative_relation"), { exact: true }).fill("岳父");
  await form.getByLabel(word("relative_name")).fill(persons.city.name);
  await form.getByLabel(word("id_number")).fill(persons.city.idNumber);
  await form.getByLabel(word("reasons")).fill("本人报告");
  await form.getByRole("button", { name: word("save") }).click();
  const relatives = page.getByRole("region", { name: word("relatives"), exact: true });
  await relatives.getByRole("link", { name: persons.city.name }).waitFor();
  assert.deepEqual((await askAxe(page, { colours: false })).violations, []);
  await page.goto(`${site.origin}/persons/${persons.city.id}`);
  await relatives.getByText(word("relative_named_by", { relation: "岳父" })).waitFor();
  await page.goto(`${site.origin}/persons/${persons.unrecorded.id}`);
  await relatives.getByRole("button", { name: new RegExp(word("relative_end"), "u") }).click();
  await fillDay(page, word("relative_ended_on"), "2026-07-30");
  await form.getByLabel(word("reasons")).fill("离婚");
  await form.getByRole("button", { name: word("relative_end") }).click();
  await relatives.getByRole("link", { name: persons.city.name }).waitFor({ state: "detached" });
  await relatives.getByText(word("relative_changes")).click();
  await relatives.getByText(/离婚/u).waitFor();
});
test("the form of a new cadre", () => check("personnel-officer", "/persons/new", say("person_add")));
test("the imports, and the preview of one with rows of every kind", async () => {
  await check("personnel-officer", "/imports", say("menu_imports"));
  const text = [
    "姓名,单位,年度,等次",
    `${persons.other.name},,2023,优秀`,
    `${persons.other.name},,2023,优秀`,
    "无此人,生态环境局,2024,甲",
  ].join("\n");
  const body = { key: crypto.randomUUID(), kind: "grades", text };
  const pasted = await site.call({ as: "personnel-officer", method: "POST", path: "/api/imports", body });
  const { importId } = pasted.json as { importId: string };
  const { page } = await seatOf("personnel-officer", "zh-CN");
  await page.goto(`${site.origin}/imports/${importId}`);
  await page.getByRole("button", { name: wordsOf("zh-CN").say("import_run", { count: 1 }) }).click();
  await page.getByText(wordsOf("zh-CN").say("import_state_done")).waitFor();
  await check("personnel-officer", `/imports/${importId}`, (words) =>
    words.say("import_title", { kind: words.of(importKindNames.grades), file: "粘贴的名单.txt" }),
  );
});
test("a list pasted on the screen shows its rows once it is read, and then that they are written", async () => {
  const words = wordsOf("zh-CN");
  const { page } = await seatOf("personnel-officer", "zh-CN");
  await page.goto(`${site.origin}/imports`);
  await page.getByRole("radio", { name: words.of(importKindNames.grades) }).check();
  await page.getByLabel(words.say("import_paste")).fill(`姓名,年度,等次\n${persons.subject.name},2022,称职`);
  await page.getByRole("button", { name: words.say("import_paste_send") }).click();
  const row = page.getByRole("row").filter({ hasText: persons.subject.name });
  await row.getByText("2022年称职").waitFor();
  await page.getByRole("button", { name: words.say("import_run", { count: 1 }) }).click();
  await row.getByText(words.say("import_row_done")).waitFor();
});
test("an organization with its leading body", () =>
  check("personnel-officer", "/organizations/bureau?on=2026-01-01", () => "生态环境局"));
test("the organizations", () => check("unit-liaison", "/organizations", say("menu_organizations")));
test("the form of a new organization", () => check("personnel-officer", "/organizations/new", say("organization_add")));
test("the question of eligibility", () =>
  check("personnel-officer", "/eligibility?purpose=promotion&about=list", say("menu_eligibility")));
test("the requests for clearance, the form of a new one, and one with its answers", async () => {
  await check("personnel-officer", "/clearance", say("menu_clearance"));
  await check("personnel-officer", "/clearance/new", say("clearance_enter"));
  const names = [{ name: persons.subject.name }, { name: "李静" }, { name: persons.other.name, unit: "生态环境局" }];
  const asked = { purpose: "promotion", purposeText: "拟提拔", date: "2026-03-01", names };
  const body = { key: randomUUID(), requester: "党工委工作部", ...asked };
  const { json } = await site.call({ as: "reviewer", method: "POST", path: "/api/clearance", body });
  const { requestId, number } = json as { requestId: string; number: string };
  await check("personnel-officer", `/clearance/${requestId}`, () => number);
});
test("the regulation beside its rules", () =>
  check("unit-liaison", "/regulation#13.1", (words) => words.of(site.app.law.regulation.title)));
test("the interpretations", () => check("unit-liaison", "/interpretations", say("menu_interpretations")));
test("the norms to decide", () => check("reviewer", "/norms", say("menu_norms")));
test("the history", () => check("discipline-officer", "/history", say("menu_history")));
test("the form of an interpretation", () =>
  check("discipline-officer", "/interpretations/new", say("interpretation_enter")));
test("the official texts, the form of a new one, and one that waits to be checked", async () => {
  await check("unit-liaison", "/official-texts", say("menu_official_texts"));
  await check("discipline-officer", "/official-texts/new", say("official_text_load"));
  const norm = site.app.law.upper.find(({ id }) => id === "wenze-2019");
  assert.ok(norm !== undefined);
  const words = "试验文本第一句";
  const passages = [{ rule: norm.rules[0]?.id ?? "", words }];
  const loaded = { pack: norm.id, source: "试验汇编", fileName: "试验.txt", text: `第一条　${words}。`, passages };
  const body = { key: randomUUID(), body: "discipline-committee", ...loaded };
  const path = "/api/official-texts";
  const { json } = await site.call({ as: "discipline-officer", method: "POST", path, body });
  const { officialTextId } = json as { officialTextId: string };
  await check("personnel-officer", `/official-texts/${officialTextId}`, (shown) => shown.of(norm.title));
});
test("an upper norm beside its rules", () => {
  const norm = site.app.law.upper[0];
  assert.ok(norm !== undefined);
  return check("reviewer", `/regulation/${norm.id}`, (words) => words.of(norm.title));
});
test("another place's text beside its rules", () => {
  const [other] = site.app.otherPacks;
  assert.ok(other !== undefined);
  return check("unit-liaison", `/regulation/${other.id}`, (words) => words.of(other.title));
});
const supposed = "m=removal,2025-05-10,2025-05-06,handling,乡科级正职,,accountability&s=party-warning,2025-05-20,,";
test("what if, with another reading", () =>
  check("unit-liaison", `/what-if?${supposed}&on=2026-05-10&reading=periodEnd:anniversary`, say("menu_what_if")));
test("two versions compared", () =>
  check(
    "personnel-officer",
    "/regulation/difference?before=jilv-chufen-2018&after=jilv-chufen-2023",
    say("difference_title"),
  ));
test("why somebody is answered so", () =>
  check(
    "personnel-officer",
    `/eligibility?purpose=promotion&date=2025-12-31&why=${persons.subject.id}`,
    say("menu_eligibility"),
  ));
test("the authority table", () => check("committee-secretary", "/authority", say("menu_authority")));
test("the form of a new authority table", () => check("personnel-officer", "/authority/new", say("authority_new")));
test("the leading bodies", () => check("personnel-officer", "/bodies", say("menu_bodies")));
test("a leading body of which several were held accountable, its form, and the desk and 督办 that lead to it", async () => {
  const second = { ...persons.sameNameTwo, id: "street-2", name: "唐志宏", idNumber: "210502198109234034" };
  await inTransaction(site.app.database, { jurisdictionId: site.app.jurisdictionId, accountId: null }, (trx) =>
    addPersons(trx, site.app.keys, [second]),
  );
  await caseAt(site, "decided", persons.sameNameTwo.id);
  await caseAt(site, "decided", second.id);
  await check("personnel-officer", "/bodies/street", () => "青石街道办事处");
  await check("personnel-officer", "/bodies/street/acts/find-body", (words) => words.of(bodyActNames["find-body"]));
  await check("personnel-officer", "/desk", say("menu_desk"));
  await check("reviewer", "/supervision", say("menu_supervision"));
});
test("the requests to use somebody again", () => check("personnel-officer", "/reuses?all=1", say("menu_reuses")));
test("the form of an old paper case", () =>
  check("discipline-officer", "/cases/paper", (words) => words.of(actNames["enter-paper-case"])));
test("the forms of a decision that is answered, appealed against, examined and changed", async () => {
  const form = (matterId: string, act: ActId) => `/cases/${matterId}/acts/${act}`;
  const deciding = (await caseAt(site, "deciding", persons.city.id)).matterId;
  const { matterId, version, subjectId } = await caseAt(site, "effective", persons.other.id);
  const appealed = { subjectId, on: "2025-03-10", ground: "认为处理过重" };
  await done(site, "office-clerk", "record-appeal", { matterId, version }, appealed);
  const looks: [Role, string, ActId][] = [
    ["office-clerk", deciding, "record-answer"],
    ["office-clerk", matterId, "record-appeal"],
    ["reviewer", matterId, "examine-appeal"],
    ["committee-secretary", matterId, "change-decision"],
    ["personnel-officer", matterId, "request-reuse"],
  ];
  for (const [role, id, act] of looks) await check(role, form(id, act), (words) => words.of(actNames[act]));
  const paper = (await caseAt(site, "paper-entered", persons.unrecorded.id)).matterId;
  await check("reviewer", `/cases/${paper}`, () => "补录：河道整治不力");
});
test("the restricted, today and on another day, and the figures that lead there", async () => {
  await check("personnel-officer", "/restricted", say("menu_restricted"));
  await check("personnel-officer", "/restricted?on=2025-06-01&bars=promotion&unit=bureau", say("menu_restricted"));
  await check("committee-secretary", "/figures?on=2025-06-01", say("menu_figures"));
});
test("restrictions that end, and the form to which they lead", async () => {
  await check("personnel-officer", "/ending?from=2025-12-01&until=2026-03-31", say("menu_ending"));
  const words = wordsOf("zh-CN");
  const purpose = site.app.law.vocabulary.purposes.find(({ id }) => id === "promotion");
  assert.ok(purpose !== undefined);
  const promotion = words.of(purpose.name);
  const { page } = await seatOf("personnel-officer", "zh-CN");
  await page
    .getByRole("row")
    .filter({ hasText: persons.subject.name })
    .filter({ hasText: promotion })
    .getByRole("link", { name: words.say("ending_request_reuse") })
    .click();
  await page.getByRole("heading", { level: 1, name: words.of(actNames["request-reuse"]) }).waitFor();
  assert.ok(await page.getByRole("radio", { name: persons.subject.name }).isChecked());
  assert.ok(await page.getByRole("radio", { name: promotion, exact: true }).isChecked());
  await fill(page, words.say("unit"), "青石街道办事处");
  await fill(page, words.say("reuse_post"), "主任");
  await choose(page, words.say("level"), "乡科级正职");
  await fill(page, words.say("reasons"), "影响期将满，工作需要");
  await page.getByRole("button", { name: words.of(actNames["request-reuse"]), exact: true }).click();
  await page
    .getByRole("heading", { level: 1, name: words.of(actNames["request-reuse"]) })
    .waitFor({ state: "detached" });
  await page.goto(`${site.origin}/reuses?all=1`);
  await page.getByRole("row").filter({ hasText: persons.subject.name }).filter({ hasText: "青石街道办事处" }).waitFor();
});
test("the check of a list of honours", () => check("personnel-officer", "/honours-check", say("menu_honours_check")));
test("the sweep, and one of its conflicts", async () => {
  const body = {
    key: randomUUID(),
    kind: "honours",
    cells: { year: "2025", honour: "先进工作者", issuer: "区委" },
  };
  const path = `/api/persons/${persons.subject.id}/records`;
  await site.call({ as: "personnel-officer", method: "POST", path, body });
  await sweepNow(site.app, "command");
  await check("committee-secretary", "/sweep?state=all", say("menu_sweep"));
  const found = await site.call({
    as: "personnel-officer",
    method: "POST",
    path: "/api/conflicts/search",
    body: { personId: persons.subject.id, entryKind: "honour" },
  });
  const [{ id }] = (found.json as { rows: [{ id: string }] }).rows;
  await check("personnel-officer", `/conflicts/${id}`, (words) =>
    words.say("entry_of", {
      name: persons.subject.name,
      entry: words.say("entry_honour_text", { year: 2025, name: "先进工作者" }),
    }),
  );
});
test("the working calendar", () => check("office-clerk", "/calendar", say("menu_calendar")));
test("the log", () => check("audit-administrator", "/log", say("menu_log")));
test("the accounts, for who adds them", () => check("system-administrator", "/accounts", say("menu_accounts")));
test("the accounts, for who gives roles", () => check("security-administrator", "/accounts", say("menu_accounts")));
test("the form of a new account", () => check("system-administrator", "/accounts/new", say("account_add")));
test("the accounts that name nobody yet", () =>
  check("personnel-officer", "/accounts/unnamed", say("accounts_unnamed")));
test("what takes two administrators, asked for by one, seen by the third", async () => {
  const body = { key: randomUUID(), access: "both", reason: "忘记密码" };
  const path = `/api/accounts/${accountIdOf("reviewer")}/access`;
  await site.call({ as: "security-administrator", method: "POST", path, body });
  await check("audit-administrator", "/administration", say("menu_administration"));
});
test("where one is signed in", () => check("reviewer", "/sessions", say("sessions_title")));
test("the delegations", () => check("committee-secretary", "/delegations", say("menu_delegations")));
test("the form of a delegation for a holder who cannot ask", () =>
  check("security-administrator", "/delegations/for-holder", say("delegation_for_holder")));
test("the form of a delegation", () => check("committee-secretary", "/delegations/new", say("delegation_ask")));
test("the security policy, for who changes it", () =>
  check("security-administrator", "/security", say("menu_security")));
test("the tokens of personnel systems, and the replies that stand", async () => {
  await check("security-administrator", "/tokens", say("menu_tokens"));
  await check("discipline-officer", "/letters", say("menu_letters"));
});
test("taking up one-time codes", () => check("reviewer", "/codes", say("codes_title")));
test("the change of one's password", () => check("reviewer", "/password", say("change_password")));
test("an address that leads nowhere", () => check("reviewer", "/nowhere", say("missing_title")));

test("a case that is not there, or not the reader's, says so and nothing more", async () => {
  const { page } = await seatOf("unit-liaison", "zh-CN");
  for (const id of ["nothing", inquiry]) {
    await page.goto(`${site.origin}/cases/${id}`);
    await page.getByRole("heading", { level: 1, name: wordsOf("zh-CN").say("failure_not_found") }).waitFor();
  }
});
test("a session that has ended leads to the sign-in, and from there back", async () => {
  const words = wordsOf("zh-CN");
  const { page } = await sitDown(browser, site, "reviewer", words);
  await page.goto(`${site.origin}/cases`);
  await page.getByRole("heading", { level: 1, name: words.say("menu_cases") }).waitFor();
  await page.context().clearCookies();
  await page.getByRole("link", { name: words.say("menu_desk") }).click();
  await page.getByLabel(words.say("account"), { exact: true }).fill("reviewer");
  await page.getByLabel(words.say("password"), { exact: true }).fill(password);
  await page.getByRole("button", { name: words.say("sign_in") }).click();
  await page.getByRole("heading", { level: 1, name: words.say("menu_desk") }).waitFor();
});
