// Every screen and every act's form, each as somebody who may use it: axe finds nothing, it fits 1366 × 768, the console is silent.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { actNames } from "#casework/act-names.ts";
import type { ActId } from "#casework/act-names.ts";
import { duties } from "#casework/duties.ts";
import type { Role } from "#casework/roles.ts";
import { actsAt, caseStages } from "#casework/stages.ts";
import type { CaseStage } from "#casework/stages.ts";
import { launchBrowser } from "../browser.ts";
import { caseAt, leadAt } from "../api/steps.ts";
import { password, persons } from "../api/world.ts";
import { openSite, sitDown, wordsOf } from "./site.ts";
import type { Language, Seat } from "./site.ts";

// At the top, not in a hook: what the zone registers to be closed afterwards then belongs to the whole file.
const site = await openSite();
const browser = await launchBrowser();
after(() => browser.close());
const lead = (await leadAt(site, "registered")).matterId;
const cases = new Map<CaseStage, string>();
for (const stage of caseStages) {
  const person = stage === "closed" ? persons.other : persons.subject;
  cases.set(stage, (await caseAt(site, stage, person.id)).matterId);
}
const seats = new Map<string, Promise<Seat>>();

function seatOf(role: Role, language: Language): Promise<Seat> {
  const key = `${role} ${language}`;
  const seat = seats.get(key) ?? sitDown(browser, site, role, wordsOf(language));
  seats.set(key, seat);
  return seat;
}

async function check(role: Role, path: string, heading: (say: ReturnType<typeof wordsOf>) => string): Promise<void> {
  for (const language of ["zh-CN", "en"] as const) {
    const words = wordsOf(language);
    const { page, problems } = await seatOf(role, language);
    problems.length = 0;
    await page.goto(`${site.origin}${path}`);
    await page.getByRole("heading", { level: 1, name: heading(words) }).waitFor();
    await page.waitForLoadState("networkidle");
    // Text that is still fading in has less contrast than it will have.
    await page.evaluate("Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null)))");
    // axe takes the watermark for something that may hide the text, and would leave contrast unmeasured.
    await page.addStyleTag({ content: 'div[style*="background-image"] { display: none !important; }' });
    const { violations, passes } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(
      violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join("\n")}`),
      [],
      `${path} in ${language}`,
    );
    assert.ok(
      passes.some((one) => one.id === "color-contrast" && one.nodes.length > 5),
      "contrast was measured",
    );
    const wider = await page.evaluate<number>(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );
    assert.equal(wider, 0, `${path} in ${language} is ${wider} pixels too wide`);
    assert.deepEqual(problems, [], `${path} in ${language}`);
  }
}

const say = (key: string) => (words: ReturnType<typeof wordsOf>) => words.say(key);

test("the desk", () => check("discipline-officer", "/desk", say("menu_desk")));
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

for (const stage of caseStages) {
  test(`a case at the stage ${stage}`, () =>
    check("discipline-officer", `/cases/${cases.get(stage)}`, () => "生态环境局处置排污问题不力问题"));
}

const forms = caseStages.flatMap((stage) => actsAt[stage].map((act: ActId) => ({ act, stage })));
for (const act of new Set(forms.map((form) => form.act))) {
  const stage = forms.find((form) => form.act === act)?.stage ?? "inquiry";
  test(`the form of ${act}, at the stage ${stage}`, () =>
    check(duties[act].roles[0], `/cases/${cases.get(stage)}/acts/${act}`, (words) => words.of(actNames[act])));
}

test("an act that the reader cannot do says why in place of its form", () =>
  check("discipline-officer", `/cases/${cases.get("deliberated")}/acts/decide`, (words) => words.of(actNames.decide)));
test("the cadres", () => check("personnel-officer", "/persons", say("menu_persons")));
test("a cadre with restrictions", () =>
  check("personnel-officer", `/persons/${persons.subject.id}`, () => persons.subject.name));
test("a cadre without any", () =>
  check("personnel-officer", `/persons/${persons.unrecorded.id}`, () => persons.unrecorded.name));
test("the form of a new cadre", () => check("personnel-officer", "/persons/new", say("person_add")));
test("the organizations", () => check("unit-liaison", "/organizations", say("menu_organizations")));
test("the form of a new organization", () =>
  check("system-administrator", "/organizations/new", say("organization_add")));
test("the question of eligibility", () =>
  check("personnel-officer", "/eligibility?purpose=promotion&about=list", say("menu_eligibility")));
test("the regulation beside its rules", () =>
  check("unit-liaison", "/regulation#13.1", (words) => words.of(site.app.law.regulation.title)));
test("an upper norm beside its rules", () => {
  const norm = site.app.law.upper[0];
  assert.ok(norm !== undefined);
  return check("reviewer", `/regulation/${norm.id}`, (words) => words.of(norm.title));
});
test("the restricted", () => check("personnel-officer", "/restricted", say("menu_restricted")));
test("the log", () => check("audit-administrator", "/log", say("menu_log")));
test("the accounts, for who adds them", () => check("system-administrator", "/accounts", say("menu_accounts")));
test("the accounts, for who gives roles", () => check("security-administrator", "/accounts", say("menu_accounts")));
test("the form of a new account", () => check("system-administrator", "/accounts/new", say("account_add")));
test("the change of one's password", () => check("reviewer", "/password", say("change_password")));
test("an address that leads nowhere", () => check("reviewer", "/nowhere", say("missing_title")));

test("a case that is not there, or not the reader's, says so and nothing more", async () => {
  const { page } = await seatOf("unit-liaison", "zh-CN");
  for (const id of ["nothing", cases.get("inquiry")]) {
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
