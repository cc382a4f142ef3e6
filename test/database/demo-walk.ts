// The demonstration, screen by screen and document by document: what people read there of the norms.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { buffer, text } from "node:stream/consumers";
import type { Found } from "#kernel/answer.ts";
import type { App } from "#kernel/app.ts";
import { archiveCase, archivePerson } from "#matters/uses/archive.ts";
import type { ArchiveFile } from "#matters/uses/archive.ts";
import { exportClearance } from "#clearance/uses/clearance-sheet.ts";
import { requestsFor } from "#clearance/uses/clearance.ts";
import { exportConflicts } from "#sweep/uses/conflict-sheet.ts";
import { exportEnding } from "#eligibility/uses/ending-restrictions.ts";
import { exportFigures } from "#statistics/uses/figures-sheet.ts";
import { letterFile } from "#letters/uses/letter-files.ts";
import { allLetters } from "#letters/uses/reply-letters.ts";
import { restrictedPersons } from "#eligibility/uses/restricted.ts";
import type { Matter } from "#casework/replay.ts";
import { partsOf } from "#files/read/zip-parts.ts";
import { parseDay } from "#law/reckon/days.ts";
import { isInForce } from "#law/text/norms.ts";
import type { Pack } from "#law/pack/pack.ts";
import { createServer } from "#server/server.ts";
import { demonstrationPassword } from "../../demo/accounts.ts";
import { actorOf } from "../../demo/telling.ts";
import { launchBrowser, openPage, settled } from "../browser.ts";
import { goTo } from "../browser/see.ts";
import { wordsOf } from "../browser/site.ts";
import { quotationFaults } from "../quotations.ts";

const root = path.join(import.meta.dirname, "../..");
const page = { after: null, limit: 20 };
const nowhere = (
  JSON.parse(readFileSync(path.join(root, "src/messages/zh-CN.json"), "utf8")) as Record<string, string>
)["missing_title"];

/** Every document that offices take out of it: letters, sheets, and archives of cases and persons. Answers with how many were read. */
export async function readDocuments(app: App, matters: ReadonlyMap<string, Matter>, today: string): Promise<number> {
  const [discipline, personnel] = [actorOf("jijian"), actorOf("zuzhi")];
  const files: ({ name: string; bytes: Uint8Array } | null)[] = [];
  const all = { state: null, answer: null, entryKind: null, recordedAfter: false, personId: null };
  files.push(await exportConflicts(app, personnel, all));
  files.push(await exportEnding(app, personnel, { from: "2019-04-25", until: "2030-12-31" }));
  for (const layer of ["regulation", "upper"] as const)
    files.push(await exportFigures(app, personnel, { on: today, layer }));
  for (const { letterId } of (await allLetters(app, discipline, { concerned: false, ...page })).rows)
    for (const file of ["letter.docx", "revocation.docx"] as const)
      files.push(fileIn(await letterFile(app, discipline, letterId, file)));
  for (const { requestId } of (await requestsFor(app, personnel, { query: "", ...page })).rows)
    files.push(fileIn(await exportClearance(app, personnel, requestId)));
  for (const { id } of oneOfEachStage(matters, "case")) files.push(await readArchive(archiveCase(app, discipline, id)));
  for (const { person } of (await restrictedPersons(app, personnel, restrictedOn(today))).rows)
    files.push(await readArchive(archivePerson(app, personnel, person.personId)));
  const there = files.filter((one) => one !== null);
  for (const { name, bytes } of there) assert.deepEqual(quotationFaults(await textIn(bytes), app.law), [], name);
  return there.length;
}

function fileIn<T>(answered: Found<T>): T | null {
  return answered.type === "done" ? answered.answer : null;
}

async function readArchive(archived: Promise<Found<ArchiveFile>>): Promise<{ name: string; bytes: Uint8Array } | null> {
  const there = fileIn(await archived);
  return there === null ? null : { name: there.name, bytes: await buffer(there.stream) };
}

const restrictedOn = (on: string) => ({
  on,
  ending: false,
  layer: "upper" as const,
  bars: null,
  cause: null,
  organizationId: null,
  ...page,
});

/** What stands in a sheet or a letter: the words of each part, cell and paragraph on a line of its own. */
async function textIn(bytes: Uint8Array): Promise<string> {
  const parts: string[] = [];
  for (const { name, stream } of await partsOf(bytes))
    if (/\.(?:xml|html)$/u.test(name))
      parts.push(
        (await text(await stream()))
          .replaceAll(/<\/(?:w:p|si|c|row|td|th|h\d|p|div)>/gu, "\n")
          .replaceAll(/<[^>]*>/gu, ""),
      );
  return parts.join("\n");
}

function oneOfEachStage<Kind extends Matter["kind"]>(
  matters: ReadonlyMap<string, Matter>,
  kind: Kind,
): Extract<Matter, { kind: Kind }>[] {
  const found = new Map<string, Extract<Matter, { kind: Kind }>>();
  for (const matter of matters.values())
    if (isKind(matter, kind) && !found.has(matter.stage)) found.set(matter.stage, matter);
  return [...found.values()];
}

function isKind<Kind extends Matter["kind"]>(matter: Matter, kind: Kind): matter is Extract<Matter, { kind: Kind }> {
  return matter.kind === kind;
}

/** The norms by which matters are handled: none of their rules bars anything, and a matter follows those of its day. */
export const isProcedural = (pack: Pack): boolean =>
  pack.layer === "upper" && !pack.rules.some(({ kind }) => kind === "restriction" || kind === "combination");

/**
 * Every screen of the list that has an address of its own, as the first of some people who may use it, and of those that show one thing one of
 * each stage. Answers with how many were seen.
 */
export async function walkScreens(app: App, matters: ReadonlyMap<string, Matter>, today: string): Promise<number> {
  const pages = path.join(root, "dist/web");
  const web = await createServer(app, { pages, requestsPerMinute: 1_000_000 });
  const origin = await web.listen({ host: "127.0.0.1", port: 0 });
  const browser = await launchBrowser();
  try {
    const seen = new Set<string>();
    for (const account of ["zuzhi", "jijian", "shuji", "bangongshi", "xitong"]) {
      const { page: seat } = await openPage(browser);
      await signIn(seat, origin, account);
      for (const address of await addressesFor(app, matters, account, today)) {
        if (seen.has(address)) continue;
        await goTo(seat, origin, address, wordsOf("zh-CN"));
        await seat.getByRole("heading", { level: 1 }).first().waitFor();
        await settled(seat);
        // Who may not use a screen is told so; somebody after them may.
        if ((await seat.getByRole("heading", { level: 1, name: nowhere ?? "" }).count()) > 0) continue;
        seen.add(address);
        const words = await seat.evaluate<string>(
          "document.body.innerText + '\\n' + [...document.querySelectorAll('title')].map((one) => one.textContent).join('\\n')",
        );
        assert.deepEqual(quotationFaults(words, app.law), [], `${account} ${address}`);
        if (!/^\/(?:regulation|official-texts|norms|what-if)/u.test(address))
          assert.deepEqual(
            await citedOutOfForce(seat, app, [dayOf(address, matters, today), today]),
            [],
            `${account} ${address}`,
          );
      }
      await seat.context().close();
    }
    return seen.size;
  } finally {
    await browser.close();
    await web.close();
  }
}

type Seat = Awaited<ReturnType<typeof openPage>>["page"];

async function signIn(seat: Seat, origin: string, account: string): Promise<void> {
  const answer = await fetch(`${origin}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ account, password: demonstrationPassword }),
  });
  const [cookie = ""] = answer.headers.getSetCookie();
  const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split("=");
  await seat.context().addCookies([{ name, value, url: origin, httpOnly: true, sameSite: "Strict" }]);
}

/** The addresses of the list without a part to fill in, and for the discipline and personnel offices single things of every kind. */
async function addressesFor(
  app: App,
  matters: ReadonlyMap<string, Matter>,
  account: string,
  today: string,
): Promise<string[]> {
  const routes = readFileSync(path.join(root, "src/web/routes.tsx"), "utf8");
  const listed = [...routes.matchAll(/^ {4}path: "([^":]+)",$/gmu)].map(([, address = ""]) => address);
  const plain = listed.filter((address) => !["/", "*", "/sign-in"].includes(address));
  if (account === "jijian")
    return [
      ...plain,
      ...oneOfEachStage(matters, "case").map(({ id }) => `/cases/${id}`),
      ...oneOfEachStage(matters, "lead").map(({ id }) => `/leads/${id}`),
    ];
  if (account !== "zuzhi") return plain;
  const actor = actorOf(account);
  const { rows } = await restrictedPersons(app, actor, { ...restrictedOn(today), limit: 5 });
  const requests = await requestsFor(app, actor, { query: "", ...page });
  return [
    ...plain,
    ...rows.flatMap(({ person: { personId } }) => [
      `/persons/${personId}`,
      `/eligibility?purpose=promotion&date=${today}&why=${personId}`,
    ]),
    ...requests.rows.map(({ requestId }) => `/clearance/${requestId}`),
    ...app.law.upper.map(({ id }) => `/regulation/${id}`),
  ];
}

/** The day by which a matter's procedure is followed: of its decision, and before that today. */
function dayOf(address: string, matters: ReadonlyMap<string, Matter>, today: string): string {
  const matter = matters.get(address.split("/").at(-1) ?? "");
  return matter?.kind === "case" ? (matter.decisions[0]?.on ?? today) : today;
}

/** The norms of procedure to which the screen leads and that were in force on none of the days: of the matter, and of what can be done today. */
async function citedOutOfForce(seat: Seat, app: App, days: readonly string[]): Promise<string[]> {
  const links = await seat.evaluate<string[]>(
    "[...document.querySelectorAll('a.citation-link')].map((one) => one.getAttribute('href') ?? '')",
  );
  const inForce = (pack: Pack): boolean => days.some((on) => isInForce(pack, parseDay(on) ?? 0));
  const out = app.law.upper.filter((pack) => isProcedural(pack) && !inForce(pack));
  return links.filter((href) => out.some(({ id }) => href.startsWith(`/regulation/${id}#`)));
}
