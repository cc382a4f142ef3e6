// Scripts that were stored in every text field, on the screens that show them, under the headers of the server: none runs.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import { after, test } from "node:test";
import type { APIResponse } from "playwright-core";
import { partsOf, textOfPart } from "#files/read/zip-parts.ts";
import { createServer } from "#server/server.ts";
import { launchBrowser, openPage, settled } from "../browser.ts";
import { figure } from "../figure.ts";
import { caseAt, leadAt } from "../api/steps.ts";
import { password, persons } from "../api/world.ts";
import type { Role } from "#casework/roles.ts";
import { callingPlanted, doingPlanted, scripts } from "./planted.ts";
import type { Planted } from "./planted.ts";

// The calls of the log test know an input of every endpoint; whoever asks them asks with scripts.
const { world } = await import("../api/logged-acts.ts");
const planted: Planted = { fields: new Set(), count: 0, known: new Map() };
world.call = callingPlanted(world.call, planted);
const { matterCalls } = await import("../api/logged-matters.ts");
const { registryCalls } = await import("../api/logged-registry.ts");
const { clearanceCalls } = await import("../api/logged-clearance.ts");
const { administrationCalls } = await import("../api/logged-administration.ts");

const pages = path.join(import.meta.dirname, "../../dist/web");
if (!existsSync(path.join(pages, "index.html"))) throw new Error("dist/web is missing: run `npm run build` first");
const server = await createServer(world.app, { pages, requestsPerMinute: 1e6 });
const origin = await server.listen({ host: "127.0.0.1", port: 0 });
const browser = await launchBrowser();
after(async () => {
  await browser.close();
  await server.close();
});

const rounds = process.env["WENZE_SOAK"] === "1" ? 20 : 1;
const matters: string[] = [];
let lead = "";

test("scripts are planted in every text field that takes them", async () => {
  const how = doingPlanted(world, planted);
  for (let round = 0; round < rounds; round += 1) {
    matters.push((await caseAt(world, "closed", persons.other.id, how)).matterId);
    matters.push((await caseAt(world, "deciding", persons.city.id, how)).matterId);
    matters.push((await caseAt(world, "paper-entered", persons.unrecorded.id, how)).matterId);
    lead = (await leadAt(world, "registered", persons.open.id)).matterId;
    const calls = { ...matterCalls, ...registryCalls, ...clearanceCalls, ...administrationCalls };
    for (const [name, ask] of Object.entries(calls)) {
      // Who is shut out or has another password afterwards can plant nothing more; the log test holds these.
      if (/^session\.|^security\.|verify|Checkpoint/u.test(name)) continue;
      await ask().catch(() => undefined);
    }
  }
  assert.ok(planted.fields.size > 60, [...planted.fields].join("\n"));
  assert.ok(planted.count >= scripts, String(planted.count));
});

type Look = [role: Role, path: string];

function looks(): Look[] {
  const screens: Look[] = [
    ["discipline-officer", "/desk"],
    ["discipline-officer", "/leads"],
    ["discipline-officer", `/leads/${lead}`],
    ["reviewer", "/cases"],
    ["reviewer", "/supervision"],
    ["reviewer", "/reuses?all=1"],
    ["reviewer", "/interpretations"],
    ["reviewer", "/norms"],
    ["reviewer", "/official-texts"],
    ["reviewer", "/history"],
    ["personnel-officer", "/persons"],
    ["personnel-officer", `/persons/${persons.other.id}`],
    ["personnel-officer", "/organizations"],
    ["personnel-officer", "/imports"],
    ["personnel-officer", "/clearance"],
    ["personnel-officer", "/letters"],
    ["personnel-officer", "/bodies"],
    ["personnel-officer", "/restricted"],
    ["personnel-officer", "/authority"],
    ["committee-secretary", "/sweep?state=all"],
    ["committee-secretary", "/delegations"],
    ["office-clerk", "/calendar"],
    ["audit-administrator", "/log"],
    ["security-administrator", "/accounts"],
    ["security-administrator", "/tokens"],
  ];
  // Those that show what other screens show too are left to the long form.
  const short = /^\/(?:supervision|reuses|norms|restricted|calendar|letters|bodies|delegations|tokens)\b/u;
  if (rounds === 1) screens.splice(0, screens.length, ...screens.filter(([, below]) => !short.test(below)));
  for (const matterId of matters) screens.push(["discipline-officer", `/cases/${matterId}`]);
  return screens;
}

test("none of them runs on any screen, and none stands there as anything but text", async (t) => {
  const { page, problems } = await openPage(browser);
  await page.addInitScript(
    "globalThis.ranScripts = []; globalThis.ran = (number) => globalThis.ranScripts.push(number);",
  );
  page.on("dialog", (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => undefined);
  });
  let role: Role | null = null;
  let shown = 0;
  for (const [as, below] of looks()) {
    if (as !== role) {
      const signedIn: APIResponse = await page
        .context()
        .request.post(`${origin}/api/session`, { data: { account: as, password } });
      assert.equal(signedIn.status(), 200, as);
      role = as;
    }
    problems.length = 0;
    await page.goto(`${origin}${below}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await settled(page);
    assert.deepEqual(problems, [], below);
    const found = await page.evaluate<{ ran: number[]; planted: number; shown: number }>(`({
      ran: globalThis.ranScripts,
      planted: document.querySelectorAll("script:not([src]), iframe, object, base, [onerror], [onload], [onfocus], [ontoggle], a[href^='javascript:' i], form[action^='javascript:' i]").length,
      shown: (document.body.innerText.match(/ran\\(\\d+\\)/gu) ?? []).length,
    })`);
    assert.deepEqual([found.ran, found.planted], [[], 0], below);
    shown += found.shown;
  }
  // One that stood there as a tag would be seen, though the headers keep it from running.
  await page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=ran(1)>')");
  assert.equal(await page.evaluate("document.querySelectorAll('[onerror]').length"), 1);
  const isStopped = () => problems.some((problem) => problem.includes("Content Security Policy"));
  for (let waited = 0; waited < 100 && !isStopped(); waited += 1) await page.waitForTimeout(100);
  assert.ok(isStopped(), problems.join("\n"));
  assert.deepEqual(await page.evaluate("globalThis.ranScripts"), []);
  assert.ok(shown > 100, `${shown} scripts were seen as text`);
  figure(
    t,
    "stored-scripts",
    `${scripts} 种脚本，${planted.fields.size} 个字段，${looks().length} 个页面，0 次执行 · ${scripts} scripts, ${planted.fields.size} fields, ${looks().length} screens, 0 run`,
  );
});

test("nor in the pages of an archive, which are opened without any headers", async () => {
  const { page, problems } = await openPage(browser);
  await page.addInitScript(
    "globalThis.ranScripts = []; globalThis.ran = (number) => globalThis.ranScripts.push(number);",
  );
  let seen = 0;
  for (const matterId of matters) {
    const cookie = await world.cookieOf("discipline-officer");
    const archive = await fetch(`${world.origin}/api/matters/${matterId}/archive`, { headers: { cookie } });
    // Of a paper case, and of one that waits for above, the officer may read less than an archive has.
    if (archive.status !== 200) continue;
    for (const part of await partsOf(new Uint8Array(await archive.arrayBuffer()))) {
      if (!part.name.endsWith(".html")) continue;
      await page.setContent(await textOfPart(part, 50_000_000));
      assert.deepEqual(await page.evaluate("globalThis.ranScripts ?? []"), [], part.name);
      if ((await page.locator("body").innerText()).includes("ran(")) seen += 1;
    }
  }
  assert.ok(seen > 0);
  assert.deepEqual(problems, []);
});
