// A small invented zone on a real server, for the tests of the API: one start for each test process.
import { randomUUID } from "node:crypto";
import { cpSync, rmSync } from "node:fs";
import { Readable } from "node:stream";
import { after } from "node:test";
import type { Receipt } from "#matters/contract/acts.ts";
import { hashPassword } from "#accounts/passwords.ts";
import { beginInstallation, openInstallation, openFirstJurisdiction } from "#kernel/app.ts";
import type { App, Place } from "#kernel/app.ts";
import { uploadEvidence } from "#matters/uses/evidence.ts";
import { foundJurisdiction, waiveCodes } from "#jurisdiction/uses/found.ts";
import { perform } from "#matters/uses/perform.ts";
import type { ActId } from "#casework/acts.ts";
import { withoutPerson } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { parseInput } from "#casework/input.ts";
import { administrators, roles } from "#casework/roles.ts";
import type { Role } from "#casework/roles.ts";
import { createServer } from "#server/server.ts";
import { addAccount } from "../settled.ts";
import { inTransaction } from "#database/database.ts";
import { addOrganization } from "#registry/rows/organizations.ts";
import { addPersons } from "#registry/rows/persons.ts";
import type { NewPerson } from "#registry/rows/persons.ts";
import { checkDigitOf } from "#registry/rules/check-digit.ts";
import { assertAsDeclared } from "./declared.ts";
import { fleeting, startPostgres } from "../postgres.ts";
import type { Postgres } from "../postgres.ts";
import { prepareData } from "../prepared.ts";
import { promise } from "../promised.ts";
import { quickFolder } from "../quick-folder.ts";

export const password = "Ceshi-2026";
/** The day on which everything happens unless a test says otherwise. */
export const today = "2026-07-31";

export const persons = {
  subject: person("subject", "周明远", "210502198003071230"),
  other: person("other", "吴建国", "210502197911025673"),
  sameNameOne: person("same-1", "李静", "21050219850505342X"),
  sameNameTwo: { ...person("same-2", "李静", "210502198606064523"), organizationId: "street" },
  unrecorded: person("unrecorded", "郑文博", "210502198207074011"),
  city: { ...person("city", "孔德林", "210502197604053113"), managedBy: "city" },
  open: person("open", "孙立新", "210502198308085115"),
} as const satisfies Record<string, NewPerson>;

export type World = {
  app: App;
  /** `http://127.0.0.1:port`. */
  origin: string;
  setNow: (instant: string) => void;
  actorOf: (role: Role) => Actor;
  /** The cookie of the account that holds this role; signed in once. */
  cookieOf: (role: Role) => Promise<string>;
  call: (call: Call) => Promise<Reply>;
};
export type Call = {
  as?: Role | null;
  cookie?: string;
  method: "GET" | "POST" | "DELETE";
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
};
export type Reply = { status: number; headers: Headers; text: string; json: unknown };

let server: Promise<Postgres> | null = null;

/** One PostgreSQL for all worlds of this process; nothing here has to outlast a power cut. */
function ourServer(): Promise<Postgres> {
  server ??= startPostgres({ ...fleeting, max_connections: "400" }, { inMemory: true });
  return server;
}
const ends: (() => Promise<void>)[] = [];
const folders: string[] = [];
after(async () => {
  for (const end of ends) await end();
  await (await server)?.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function temporaryFolder(): string {
  const folder = quickFolder("wenze-api-");
  folders.push(folder);
  return folder;
}

/** The zone as every world begins, made once for a process. */
let zone: Promise<Place> | null = null;

async function makeZone(server: Promise<Postgres> | null, promised = true): Promise<Place> {
  const dataFolder = temporaryFolder();
  const url = server === null ? undefined : await (await server).createDatabase();
  const place: Place = url === undefined ? { dataFolder } : { dataFolder, url, ownerUrl: url };
  if (place.url === undefined) await prepareData(dataFolder);
  const installation = await beginInstallation(place, () => Temporal.Instant.from(`${today}T02:00:00Z`));
  const app = await foundJurisdiction(installation, { id: "ceshi", name: "测试区", prefix: "" });
  await waiveCodes(app, "试验辖区");
  await populate(app);
  if (promised)
    await promise(app, { discipline: actorOf("discipline-officer"), personnel: actorOf("personnel-officer") });
  await installation.database.close();
  return place;
}

/**
 * On PGlite, with WENZE_TEST_ENGINE=postgres on a real PostgreSQL, or on a `server` that is the test's own. Opens it all, and closes it when
 * the tests of this process are over. Its history is declared complete and its norms are decided on, unless it is to be as a new district is.
 */
export async function openWorld(
  options: { requestsPerMinute?: number; pages?: string; folder?: string; server?: Postgres; promised?: boolean } = {},
): Promise<World> {
  const dataFolder = options.folder ?? temporaryFolder();
  const place =
    options.server !== undefined
      ? await makeZone(Promise.resolve(options.server), options.promised)
      : options.promised === false
        ? await makeZone(process.env["WENZE_TEST_ENGINE"] === "postgres" ? ourServer() : null, false)
        : await copyZone(dataFolder);
  let now = Temporal.Instant.from(`${today}T02:00:00Z`);
  const app = await openFirstJurisdiction(await openInstallation(place, () => now));
  if (app === null) throw new Error("the zone was not founded");
  const web = await createServer(app, {
    pages: options.pages ?? null,
    requestsPerMinute: options.requestsPerMinute ?? 1_000_000,
    trustedProxies: ["127.0.0.1"],
  });
  const origin = await web.listen({ host: "127.0.0.1", port: 0 });
  ends.push(async () => {
    await web.close();
    await app.database.close();
  });
  const cookies = new Map<Role, Promise<string>>();
  const cookieOf = (role: Role) => {
    const held = cookies.get(role) ?? signedIn(origin, role);
    cookies.set(role, held);
    return held;
  };
  return {
    app,
    origin,
    cookieOf,
    setNow: (instant) => {
      now = Temporal.Instant.from(instant);
    },
    actorOf,
    call: async ({ as, cookie, method, path: below, body, headers }) => {
      const held = cookie ?? (as === undefined || as === null ? undefined : await cookieOf(as));
      const raw = typeof body === "string" || body instanceof Blob;
      const response = await fetch(`${origin}${below}`, {
        method,
        // A request that nobody answers is a fault, told before long.
        signal: AbortSignal.timeout(60_000),
        headers: {
          ...(held === undefined ? {} : { cookie: held }),
          ...(body === undefined || raw ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const reply = { status: response.status, headers: response.headers, text, json: parsed(text) };
      assertAsDeclared({ method, path: below }, reply);
      return reply;
    },
  };
}

async function copyZone(dataFolder: string): Promise<Place> {
  const shared = process.env["WENZE_TEST_ENGINE"] === "postgres" ? ourServer() : null;
  const made = await (zone ??= makeZone(shared));
  cpSync(made.dataFolder, dataFolder, { recursive: true });
  return made.url === undefined
    ? { dataFolder }
    : { dataFolder, url: await (await ourServer()).createDatabase(made.url) };
}

/** Beside the discipline officer, whoever else is in the inquiry group: nobody else does anything as this account. */
export const inquirerId = "account-inquirer";

export function accountIdOf(role: Role): string {
  return `account-${role}`;
}

function actorOf(role: Role): Actor {
  return {
    accountId: accountIdOf(role),
    name: `测试${role}`,
    roles: [role],
    organizationId: "bureau",
    ...withoutPerson,
    personId: personIdOf(accountIdOf(role)),
  };
}

/** The cadre behind an account; of administrators there is none. */
function personIdOf(accountId: string): string | null {
  return administrators.some((role) => accountIdOf(role) === accountId) ? null : `person-of-${accountId}`;
}

/** Performs an act as this role without HTTP; throws unless it is done. */
export async function done(
  world: World,
  role: Role,
  act: ActId,
  at: { matterId: string; version: number } | null,
  input: unknown,
): Promise<Receipt> {
  const performed = await perform(world.app, world.actorOf(role), {
    act,
    matterId: at?.matterId ?? null,
    version: at?.version ?? null,
    key: randomUUID(),
    input: parseInput(act, input),
  });
  if (performed.type !== "done") throw new Error(`${act}: ${JSON.stringify(performed)}`);
  return performed.answer;
}

/** An evidence file in the store, as an act of whoever uploaded it names it. */
export async function evidenceFile(
  world: World,
  text: string,
  as: Role = "discipline-officer",
): Promise<{ sha256: string; name: string; size: number; mediaType: string }> {
  const taken = await uploadEvidence(world.app, world.actorOf(as), Readable.from([Buffer.from(text)]), 1_000_000);
  if (taken.type !== "done") throw new Error(taken.type);
  return { ...taken.answer, name: "情况说明.txt", mediaType: "text/plain" };
}

async function signedIn(origin: string, role: Role): Promise<string> {
  const response = await fetch(`${origin}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ account: role, password }),
  });
  const [cookie] = response.headers.getSetCookie();
  if (cookie === undefined) throw new Error(`${role}: ${response.status} ${await response.text()}`);
  return cookie.split(";")[0] ?? "";
}

async function populate(app: App): Promise<void> {
  const hashed = await hashPassword(password);
  await inTransaction(app.database, { jurisdictionId: app.jurisdictionId, accountId: null }, async (trx) => {
    await addOrganization(trx, { id: "zone", parentId: null, name: "测试区党工委", kind: "party", managedBy: "zone" });
    await addOrganization(trx, {
      id: "bureau",
      parentId: "zone",
      name: "生态环境局",
      kind: "government",
      managedBy: "zone",
    });
    await addOrganization(trx, {
      id: "street",
      parentId: "zone",
      name: "青石街道办事处",
      kind: "government",
      managedBy: "zone",
    });
    await addPersons(trx, app.keys, Object.values(persons));
    await addPersons(trx, app.keys, [...roles.map(accountIdOf), inquirerId].flatMap(personBehind));
    for (const role of roles) {
      await addAccount(trx, {
        id: accountIdOf(role),
        account: role,
        name: `测试${role}`,
        roles: [role],
        organizationId: "bureau",
        personId: personIdOf(accountIdOf(role)),
        password: hashed,
        mustChangePassword: false,
      });
    }
    await addAccount(trx, {
      id: inquirerId,
      account: "inquirer",
      name: "测试调查员甲",
      roles: ["discipline-officer"],
      organizationId: "bureau",
      personId: personIdOf(inquirerId),
      password: hashed,
      mustChangePassword: false,
    });
  });
}

function person(id: string, name: string, idNumber: string): NewPerson {
  return {
    id,
    name,
    sex: "male",
    partyMember: true,
    organizationId: "bureau",
    post: "局长",
    level: "乡科级正职",
    leadingPost: true,
    managedBy: "zone",
    idNumber,
    from: "2018-03-01",
  };
}

/** Their own office is elsewhere, and no matter is about them. */
function personBehind(accountId: string, place: number): NewPerson[] {
  const id = personIdOf(accountId);
  if (id === null) return [];
  const digits = `210599197001019${place}1`;
  const name = `经办${"甲乙丙丁戊己庚辛壬癸"[place] ?? ""}`;
  const seat = { organizationId: "zone", post: "干部", level: "科员级", leadingPost: false };
  return [{ ...person(id, name, digits + checkDigitOf(digits)), ...seat }];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
