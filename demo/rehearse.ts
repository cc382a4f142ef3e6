// Plays the script against casework alone, without a database: what would be refused, and where everything then stands.
import type { FullContext, PersonRecord, Registry } from "#casework/act.ts";
import type { Actor } from "#casework/actor.ts";
import { decide } from "#casework/decide.ts";
import { parseInput } from "#casework/input.ts";
import { recordsOf } from "#casework/records.ts";
import { apply } from "#casework/replay.ts";
import type { Matter } from "#casework/replay.ts";
import type { Law } from "#law/compile/law.ts";
import type { Refusal } from "#law/refusal.ts";
import { demoAccounts } from "./accounts.ts";
import { declaredSince } from "./promised.ts";
import { actorOf, organizationOf } from "./telling.ts";
import { demoOrganizations } from "./organizations.ts";
import { demoPersons } from "./persons.ts";
import { demonstrationScript } from "./script.ts";
import type { TimedStep } from "./script.ts";

export type Rehearsal = {
  matters: ReadonlyMap<string, Matter>;
  refusals: readonly { step: TimedStep; refusals: readonly Refusal[] }[];
};

export function rehearse(law: Law): Rehearsal {
  const matters = new Map<string, Matter>();
  const refusals: { step: TimedStep; refusals: readonly Refusal[] }[] = [];
  const files: Record<string, { size: number }> = {};
  const registry = registryOf(files);
  const record = (
    id: string,
    step: TimedStep & { type: "act" },
    actor: Actor,
    event: Parameters<typeof apply>[2]["event"],
  ) => {
    const before = matters.get(id) ?? null;
    matters.set(
      id,
      apply(before, id, {
        seq: (before?.version ?? 0) + 1,
        at: step.at,
        actorId: actor.accountId,
        actorName: actor.name,
        act: step.act,
        event,
      }),
    );
  };
  for (const step of demonstrationScript()) {
    if (step.type === "file") {
      files[step.file.sha256] = { size: step.file.size };
      continue;
    }
    const actor = actorOf(step.by);
    const matter = matters.get(step.matterId) ?? null;
    const leads = Object.fromEntries(
      [...matters.values()].flatMap((one) =>
        one.kind === "lead" ? [[one.id, { id: one.id, stage: one.stage, number: one.number }]] : [],
      ),
    );
    const context: FullContext = {
      law,
      actor,
      today: step.at.slice(0, 10),
      id: step.newId,
      number: `第${matters.size + 1}号`,
      registry: { ...registry, leads, records: step.act === "decide-reuse" ? recordsIn(law, matters, registry) : {} },
    };
    const decision = decide(matter, step.act, parseInput(step.act, step.input), context);
    if (!decision.ok) {
      refusals.push({ step, refusals: decision.refusals });
      continue;
    }
    for (const event of decision.events) record(step.matterId, step, actor, event);
    for (const { matterId, event } of decision.others) record(matterId, step, actor, event);
  }
  return { matters, refusals };
}

/** What is on record of everybody named in a case so far; whether a matter of theirs is open is left aside. */
function recordsIn(
  law: Law,
  matters: ReadonlyMap<string, Matter>,
  { persons }: Registry,
): Record<string, PersonRecord> {
  const all = [...matters.values()].flatMap((one) => (one.kind === "case" ? recordsOf(law, one) : []));
  return Object.fromEntries(
    [...Map.groupBy(all, ({ personId }) => personId)].map(([personId, own]) => [
      personId,
      {
        partyMember: persons[personId]?.partyMember ?? false,
        levels: { registered: persons[personId]?.level ?? null, held: [] },
        measures: own.flatMap(({ measures }) => measures),
        sanctions: own.flatMap(({ sanctions }) => sanctions),
        consents: own.flatMap(({ consents }) => consents.map(({ on }) => ({ on, toLevel: null }))),
        openMatters: 0,
        history: { since: declaredSince, fileUnseen: false },
      },
    ]),
  );
}

function registryOf(files: Record<string, { size: number }>): Registry {
  const persons = demoPersons.map(({ id, name, organization, seat, partyMember }) => {
    const { id: organizationId, name: organizationName } = organizationOf(organization);
    return [
      id,
      {
        id,
        name,
        organizationId,
        organizationName,
        post: seat.post,
        level: seat.level,
        leadingPost: seat.leading,
        managedBy: seat.managedBy,
        partyMember,
      },
    ] as const;
  });
  const organizations = demoOrganizations.map(({ key, name, kind, managedBy }) => {
    const { id } = organizationOf(key);
    return [id, { id, name, kind, managedBy }] as const;
  });
  return {
    persons: Object.fromEntries(persons),
    organizations: Object.fromEntries(organizations),
    leads: {},
    otherCases: [],
    past: [],
    files,
    records: {},
    accounts: Object.fromEntries(
      demoAccounts.map((one) => [one.id, { ...actorOf(one.account), disabled: false, isInvolved: false }]),
    ),
  };
}
