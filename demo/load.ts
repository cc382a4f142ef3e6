// Loads the demonstration district into an empty database, through the same acts as real use, each on its own past day.
import { hashPassword } from "#accounts/passwords.ts";
import { evidenceLimit } from "#server/contract/streams.ts";
import type { App } from "#kernel/app.ts";
import { scopeOf } from "#kernel/app.ts";
import { uploadEvidence } from "#matters/uses/evidence.ts";
import { readNotifications } from "#notifications/uses/notifications.ts";
import { perform } from "#matters/uses/perform.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import type { Actor } from "#casework/actor.ts";
import { nowOf } from "#kernel/time.ts";
import { parseInput } from "#casework/input.ts";
import { roleNames } from "#casework/words/role-names.ts";
import { addAccount } from "#accounts/rows/accounts.ts";
import { inTransaction } from "#database/database.ts";
import { addOrganization } from "#registry/rows/organizations.ts";
import { addPersons } from "#registry/rows/persons.ts";
import { addPosts } from "#registry/rows/posts.ts";
import { accountIdOf, demoAccounts, demonstrationPassword } from "./accounts.ts";
import { addBodies } from "./bodies.ts";
import { addInterpretations } from "./interpretations.ts";
import { actorOf, organizationOf } from "./telling.ts";
import { demonstrationMoments } from "./moments.ts";
import { demoOrganizations, renamedBureau } from "./organizations.ts";
import { demoPersons, registryBegan } from "./persons.ts";
import type { DemoPerson } from "./persons.ts";
import { releaseWaiting } from "./releases.ts";
import { addRegistered } from "./registered.ts";
import { demonstrationScript } from "./script.ts";
import type { TimedStep } from "./script.ts";

export type LoadedAccount = { account: string; name: string; password: string; roleNames: string[] };

/**
 * `report` is told how many of all steps are done. Throws when an act is refused: then script and law disagree, which is a bug.
 * A load that is cut off leaves part of the district behind; whoever calls keeps a note until it has come back.
 */
export async function loadDemonstration(
  app: App,
  report: (done: number, total: number) => void,
): Promise<{ accounts: LoadedAccount[] }> {
  const script = demonstrationScript();
  const intakes = [...Map.groupBy(demoPersons, ({ enteredOn }) => enteredOn)].sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  const versions = new Map<string, number>();
  await addFoundation(at(app, `${registryBegan}T00:30:00Z`));
  const moments = demonstrationMoments(app.law);
  let due = 0;
  // What is older than the last fortnight was read long ago.
  const unreadFrom = Temporal.Instant.from(script.at(-1)?.at ?? `${registryBegan}T00:00:00Z`)
    .subtract({ hours: 14 * 24 })
    .toString();
  let read = false;
  for (const [done, step] of script.entries()) {
    if (!read && step.at >= unreadFrom) {
      await readMessages(at(app, step.at));
      await releaseWaiting(at(app, step.at));
      read = true;
    }
    for (; due < intakes.length && (intakes[due]?.[0] ?? "") <= step.at.slice(0, 10); due += 1) {
      const [enteredOn, persons] = intakes[due] ?? ["", []];
      await enterPersons(at(app, `${enteredOn}T00:40:00Z`), persons);
      if (due === 0) await openAccounts(at(app, `${enteredOn}T00:50:00Z`));
    }
    for (; (moments[0]?.at ?? "~") <= step.at; moments.shift()) await moments[0]?.take(at(app, moments[0].at));
    await take(at(app, step.at), step, versions);
    report(done + 1, script.length);
  }
  for (const moment of moments) await moment.take(at(app, moment.at));
  await addInterpretations((instant) => at(app, instant));
  await addBodies((instant) => at(app, instant));
  await addRegistered((instant) => at(app, instant));
  return {
    accounts: demoAccounts.map(({ account, roles }) => ({
      account,
      name: actorOf(account).name,
      password: demonstrationPassword,
      roleNames: roles.map((role) => roleNames[role].zh),
    })),
  };
}

/** The application with its clock standing at an instant. */
function at(app: App, instant: string): App {
  const then = Temporal.Instant.from(instant);
  return { ...app, clock: () => then };
}

/** Organizations first, entered at the machine while nobody has an account. */
async function addFoundation(app: App): Promise<void> {
  await inTransaction(app.database, scopeOf(app, null), async (trx) => {
    for (const { key, parent, name, kind, managedBy } of demoOrganizations) {
      const id = organizationOf(key).id;
      const nameThen = key === renamedBureau.key ? renamedBureau.formerName : name;
      await addOrganization(trx, {
        id,
        parentId: parent === null ? null : organizationOf(parent).id,
        name: nameThen,
        kind,
        managedBy,
      });
      await recordAdministration(app, trx, null, "add-organization", { organizationId: id, name: nameThen });
    }
  });
}

async function enterPersons(app: App, persons: readonly DemoPerson[]): Promise<void> {
  await inTransaction(app.database, scopeOf(app, accountIdOf("zuzhi")), async (trx) => {
    await addPersons(
      trx,
      app.keys,
      persons.map(({ id, name, sex, idNumber, partyMember, organization, seat, from }) => ({
        id,
        name,
        sex,
        idNumber,
        partyMember,
        organizationId: organizationOf(organization).id,
        post: seat.post,
        level: seat.level,
        leadingPost: seat.leading,
        managedBy: seat.managedBy,
        from,
      })),
    );
    await addPosts(
      trx,
      persons.flatMap(({ id, earlier }) =>
        earlier.map(({ organization, ...post }) => ({
          personId: id,
          organizationId: organizationOf(organization).id,
          ...post,
        })),
      ),
    );
    for (const { id } of persons)
      await recordAdministration(app, trx, actorOf("zuzhi"), "add-person", { personId: id });
  });
}

/** With their roles, at the machine: two administrators are there only afterwards. */
async function openAccounts(app: App): Promise<void> {
  const hashed = await Promise.all(
    demoAccounts.map(async (one) => ({ ...one, password: await hashPassword(demonstrationPassword) })),
  );
  await inTransaction(app.database, scopeOf(app, null), async (trx) => {
    for (const { id, account, organization, roles, password } of hashed) {
      const { name, personId } = actorOf(account);
      await addAccount(trx, {
        id,
        account,
        name,
        roles,
        organizationId: organizationOf(organization).id,
        personId,
        password,
        mustChangePassword: false,
        rolesSince: nowOf(app),
      });
      await recordAdministration(app, trx, null, "add-account", { accountId: id, account, roles });
    }
  });
}

async function readMessages(app: App): Promise<void> {
  for (const { account } of demoAccounts) await readNotifications(app, actorOf(account), { ids: null });
}

async function take(app: App, step: TimedStep, versions: Map<string, number>): Promise<void> {
  const actor = actorOf(step.by);
  if (step.type === "file") {
    const taken = await uploadEvidence(app, actor, once(step.file.bytes), evidenceLimit);
    if (taken.type !== "done" || taken.answer.sha256 !== step.file.sha256)
      throw new Error(`the file ${step.file.name} was not kept as it is`);
    return;
  }
  await act(app, actor, step, versions);
}

async function act(
  app: App,
  actor: Actor,
  step: TimedStep & { type: "act" },
  versions: Map<string, number>,
): Promise<void> {
  const matterId = step.begins ? null : step.matterId;
  const version = matterId === null ? null : (versions.get(matterId) ?? null);
  const performed = await perform(
    app,
    actor,
    { act: step.act, matterId, version, key: step.key, input: parseInput(step.act, step.input) },
    { newId: () => step.newId },
  );
  if (performed.type === "done") versions.set(performed.answer.matterId, performed.answer.version);
  else
    throw new Error(
      `${step.at} ${step.by} ${step.act}: ${performed.type} ${performed.type === "refused" ? performed.refusals.map(({ message }) => message.zh).join("; ") : ""}`,
    );
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
