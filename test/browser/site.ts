// The invented zone of the API tests with its screens, for the tests in a browser; and the words that stand on them.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { hashPassword } from "#accounts/passwords.ts";
import type { Role } from "#casework/roles.ts";
import type { Sentence } from "#law/text/citation.ts";
import { addAccount } from "../settled.ts";
import { inTransaction } from "#database/database.ts";
import { openPage } from "../browser.ts";
import { addPersons } from "#registry/rows/persons.ts";
import { openWorld, password, persons } from "../api/world.ts";
import type { World } from "../api/world.ts";
import { inventedIdNumber } from "../database/people.ts";

export const secondInquirer = "测试调查员乙";
export type Language = "zh-CN" | "en";

const root = path.dirname(path.dirname(import.meta.dirname));
const pages = path.join(root, "dist/web");

/** The zone on a real server with the built screens. */
export async function openSite(options: { promised?: boolean } = {}): Promise<World> {
  if (!existsSync(path.join(pages, "index.html"))) throw new Error("dist/web is missing: run `npm run build` first");
  const site = await openWorld({ pages, ...options });
  await addSecondInquirer(site);
  return site;
}

/** An inquiry group needs two, and the zone has one account for each role. */
async function addSecondInquirer({ app }: World): Promise<void> {
  const hashed = await hashPassword(password);
  const cadre = { ...persons.unrecorded, id: "person-of-second-inquirer", name: secondInquirer };
  await inTransaction(app.database, { jurisdictionId: app.jurisdictionId, accountId: null }, async (trx) => {
    await addPersons(trx, app.keys, [
      { ...cadre, organizationId: "zone", leadingPost: false, idNumber: inventedIdNumber(900) },
    ]);
    await addAccount(trx, {
      id: "account-second-inquirer",
      account: "second-inquirer",
      name: secondInquirer,
      roles: ["discipline-officer"],
      organizationId: "bureau",
      personId: cadre.id,
      password: hashed,
      mustChangePassword: false,
    });
  });
}

/** What stands on the screens in one language: the catalogue's messages, and the names that come from tables. */
export type Words = {
  language: Language;
  say: (key: string, parameters?: Readonly<Record<string, string | number>>) => string;
  of: (sentence: Sentence) => string;
};

export function wordsOf(language: Language): Words {
  const catalogue = JSON.parse(readFileSync(path.join(root, `src/messages/${language}.json`), "utf8")) as Record<
    string,
    string
  >;
  return {
    language,
    say: (key, parameters = {}) => {
      const text = catalogue[key];
      if (text === undefined) throw new Error(`the catalogue has no ${key}`);
      return text.replace(/\{(\w+)\}/gu, (_whole, name: string) => String(parameters[name]));
    },
    of: (sentence) => (language === "en" ? sentence.en : sentence.zh),
  };
}

/** A person of this role at their own browser, signed in and on the first screen. */
export type Seat = { page: Page; problems: string[]; origin: string };

export async function sitDown(browser: Browser, site: World, role: Role, words: Words): Promise<Seat> {
  const { page, problems } = await openPage(browser, words.language === "en" ? "en-US" : "zh-CN");
  await page.goto(`${site.origin}/`);
  if (words.language === "en") await page.getByRole("button", { name: "English" }).click();
  await page.getByLabel(words.say("account"), { exact: true }).fill(role);
  await page.getByLabel(words.say("password"), { exact: true }).fill(password);
  // Who is not signed in is told so by the server, and the browser writes that down.
  await page.getByRole("button", { name: words.say("sign_in") }).click();
  await page.getByRole("button", { name: words.say("sign_out") }).waitFor();
  problems.length = 0;
  return { page, problems, origin: site.origin };
}

/** The same without the screen of signing in, which takes more of the processor than any other; the page is still empty. */
export async function takeSeat(browser: Browser, site: World, role: Role, language: Language): Promise<Seat> {
  const { page, problems } = await openPage(browser, language === "en" ? "en-US" : "zh-CN");
  const signedIn = await page
    .context()
    .request.post(`${site.origin}/api/session`, { data: { account: role, password } });
  assert.equal(signedIn.status(), 200, role);
  await page.addInitScript(`localStorage.setItem("wenze-locale", ${JSON.stringify(language)})`);
  return { page, problems, origin: site.origin };
}

/** Types a day into a field and takes it. */
export async function fillDay(page: Page, label: string, day: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await field.click();
  await field.fill(day);
  await field.press("Enter");
  assert.equal(await field.inputValue(), day, label);
}

/** Searches a list for the text and takes the first line that has it. `within` is the page, or the form on it. */
export async function choose(within: Page | Locator, label: string, text: string): Promise<void> {
  const field = within.getByLabel(label, { exact: true });
  // Typing opens the list; a second click would close the one of a field that takes several.
  if ((await field.getAttribute("readonly")) === null) await field.fill(text);
  else await field.click();
  // The list of another field may still be closing; a field names its own once it is open.
  const page = "page" in within ? within.page() : within;
  const open = field.and(page.locator("[aria-controls]"));
  await open.waitFor();
  const list = await open.getAttribute("aria-controls");
  const options = page.locator(`.ant-select-dropdown:has([id="${list}"]) .ant-select-item-option`);
  await options.filter({ hasText: text }).first().click();
}

export async function fill(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(text);
}

export async function check(page: Page, role: "radio" | "checkbox", name: string): Promise<void> {
  await page.getByRole(role, { name }).first().check();
}
