// Invented organizations, people and acts for the tests of the store, written through the store itself.
import { randomUUID } from "node:crypto";
import { idNumberKeysFrom } from "#registry/id-number.ts";
import { checkDigitOf } from "#registry/rules/check-digit.ts";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { makeKeys } from "#database/keys.ts";
import type { ActId } from "#casework/acts.ts";
import { withoutPerson } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import type { CaseEvent, CaseworkEvent, EscalationFound, Factor, LeadEvent } from "#casework/events.ts";
import type { Matter } from "#casework/replay.ts";
import type { Role } from "#casework/roles.ts";
import type { Subject } from "#casework/subject.ts";
import { addAccount } from "../settled.ts";
import { saveAct } from "#matters/rows/acts.ts";
import type { SaveResult } from "#matters/rows/acts.ts";
import type { Transaction } from "#database/database.ts";
import { loadMatter } from "#matters/rows/matters.ts";
import { holdNumber, useNumber } from "#kernel/rows/numbers.ts";
import { putRelatives } from "#registry/rows/relatives.ts";
import { addOrganization } from "#registry/rows/organizations.ts";
import { addPersons } from "#registry/rows/persons.ts";
import type { Testbed } from "./engines.ts";

export const keys = idNumberKeysFrom(new Uint8Array(32).fill(7));

/** The keys of a folder, with these among them: as a folder of before that noted none in its database. */
export function layKeys(dataFolder: string): void {
  mkdirSync(path.join(dataFolder, "keys"), { recursive: true, mode: 0o700 });
  writeFileSync(path.join(dataFolder, "keys", "id-number.key"), Buffer.alloc(32, 7).toString("base64"), {
    mode: 0o600,
  });
  makeKeys(dataFolder);
}

export const at = "2026-03-01T08:00:00.000Z";

/** Valid by its check digit, and nobody's: area 210599 and a running number. */
export function inventedIdNumber(running: number): string {
  const digits = `210599198001${String((running % 28) + 1).padStart(2, "0")}${String(Math.floor(running / 28)).padStart(3, "0")}`;
  return digits + checkDigitOf(digits);
}

/** Two organizations and these persons in the first. */
export async function seedRegistry(trx: Transaction, names: readonly string[]): Promise<string[]> {
  await addOrganization(trx, { id: "zone", parentId: null, name: "高新区党工委", kind: "party", managedBy: "zone" });
  await addOrganization(trx, {
    id: "bureau",
    parentId: "zone",
    name: "经济发展局",
    kind: "government",
    managedBy: "zone",
  });
  const ids = names.map((_name, index) => `person-${index}`);
  await addPersons(
    trx,
    keys,
    names.map((name, index) => ({
      id: ids[index] ?? "",
      name,
      sex: "female",
      partyMember: true,
      idNumber: inventedIdNumber(index),
      organizationId: "bureau",
      post: "副局长",
      level: "乡科级副职",
      leadingPost: true,
      managedBy: "zone",
      from: "2018-01-01",
    })),
  );
  return ids;
}

export function actorOf(accountId: string, roles: readonly Role[], more: Partial<Actor> = {}): Actor {
  return {
    accountId,
    name: accountId,
    roles,
    organizationId: null,
    ...withoutPerson,
    personId: `person-of-${accountId}`,
    ...more,
  };
}

export async function addAccounts(trx: Transaction, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await addAccount(trx, {
      id,
      account: id,
      name: id,
      roles: ["discipline-officer"],
      organizationId: null,
      personId: null,
      password: "$argon2id$v=19$m=1,t=1,p=1$a$a",
      mustChangePassword: false,
    });
  }
}

/** Saves an act as its command would have, in the transaction at hand. */
export async function act(
  testbed: Testbed,
  trx: Transaction,
  name: ActId,
  by: string,
  matterId: string,
  events: CaseworkEvent[],
  others: { matterId: string; event: LeadEvent }[] = [],
): Promise<SaveResult> {
  const before = (await loadMatter(trx, matterId, "for-update"))?.matter ?? null;
  return saveAct(trx, testbed.law, {
    matterId,
    before,
    act: name,
    actor: { accountId: by, name: by, personId: null },
    at,
    events,
    others,
  });
}

export async function must(saving: Promise<SaveResult>): Promise<Matter> {
  const saved = await saving;
  if (saved.type !== "saved") throw new Error(saved.type);
  return saved.matter;
}

export async function registerLead(
  testbed: Testbed,
  trx: Transaction,
  more: Partial<Extract<LeadEvent, { type: "lead-registered" }>> = {},
  by = "officer",
): Promise<Matter> {
  const held = await holdNumber(trx, "lead", 2026);
  const matter = await must(
    act(testbed, trx, "register-lead", by, randomUUID(), [
      {
        type: "lead-registered",
        number: held.number,
        source: "petition",
        receivedOn: "2026-02-01",
        summary: "反映某项目久拖不决",
        concerned: [],
        ...more,
      },
    ]),
  );
  await useNumber(trx, held);
  return matter;
}

export async function openCase(testbed: Testbed, trx: Transaction, leadIds: string[] = []): Promise<Matter> {
  const held = await holdNumber(trx, "case", 2026);
  const id = randomUUID();
  const others = leadIds.map((matterId): { matterId: string; event: LeadEvent } => ({
    matterId,
    event: { type: "lead-joined", caseId: id, caseNumber: held.number },
  }));
  const matter = await must(
    act(
      testbed,
      trx,
      "request-opening",
      "officer",
      id,
      [
        {
          type: "opening-requested",
          number: held.number,
          title: "某项目逾期问题",
          reasons: "群众反映",
          leadIds,
          order: null,
        },
      ],
      others,
    ),
  );
  await useNumber(trx, held);
  return matter;
}

export function subjectOf(personId: string): Subject {
  return {
    id: `subject-of-${personId}`,
    kind: "person",
    registryId: personId,
    name: personId,
    organizationId: "bureau",
    organizationName: "经济发展局",
    post: "副局长",
    level: "乡科级副职",
    managedBy: "zone",
    partyMember: true,
    inScope: true,
  };
}

type Accountable = Extract<Extract<CaseEvent, { type: "decided" }>["outcomes"][number], { type: "accountable" }>;

/** A case of one person from the request to the effective date, with these measures, decided `on`. */
export async function bringIntoEffect(
  testbed: Testbed,
  trx: Transaction,
  personId: string,
  effectiveOn: string,
  outcome: Partial<Accountable> & { measures: string[] },
  on = "2020-01-02",
): Promise<Matter> {
  const { id } = await openCase(testbed, trx);
  const subject = subjectOf(personId);
  const found = {
    subjectId: subject.id,
    gravity: "graver",
    gravityReasons: "后果较重",
    strongReaction: false,
    vileInfluence: false,
    handling: "handling",
    handlingReasons: null,
    ...outcome,
  } as const;
  const none: { factors: Factor[]; escalations: EscalationFound[] } = { factors: [], escalations: [] };
  const steps: [ActId, string, CaseworkEvent][] = [
    [
      "decide-opening",
      "secretary",
      { type: "opening-approved", on, inquirers: ["officer", "colleague"], leader: "officer", dueOn: "2020-03-02" },
    ],
    ["add-subject", "officer", { type: "subject-added", subject, another: null }],
    [
      "propose",
      "officer",
      { type: "proposed", on, body: "discipline-committee", proposals: [{ ...found, ...none, reasons: "依规问责" }] },
    ],
    [
      "record-deliberation",
      "clerk",
      {
        type: "deliberated",
        body: "working-committee",
        on,
        topic: "研究问责",
        attendance: ["甲", "乙"],
        absent: [],
        recusals: [],
        votesFor: 2,
        votesAgainst: 0,
        abstentions: 0,
        result: "同意",
        minutes: "一致同意",
        evidence: [],
      },
    ],
    [
      "decide",
      "secretary",
      {
        type: "decided",
        documentNumber: "本高党〔2020〕1号",
        on,
        body: "working-committee",
        outcomes: [
          {
            type: "accountable",
            originalLevel: null,
            reducedLevel: null,
            appliedOn: null,
            departure: null,
            ...found,
            ...none,
          },
        ],
      },
    ],
    ["serve", "clerk", { type: "served", subjectId: subject.id, on, way: "in-person", receipt: "已签收" }],
    [
      "take-effect",
      "personnel",
      {
        type: "took-effect",
        level: null,
        subjectId: subject.id,
        effectiveOn,
        announcedOn: effectiveOn,
        formalitiesOn: null,
      },
    ],
  ];
  for (const [name, by, event] of steps) await must(act(testbed, trx, name, by, id, [event]));
  const loaded = await loadMatter(trx, id, "read");
  if (loaded === null) throw new Error("the case is gone");
  return loaded.matter;
}

/** Enters one close relative on a person's record. */
export async function putRelative(
  trx: Transaction,
  personId: string,
  relative: { relation: string; name: string; relativeId: string | null },
): Promise<void> {
  const entry = { personId, kind: "collateral" as const, idNumberMasked: null, fingerprint: null, ...relative };
  await putRelatives(trx, [entry], { by: null, name: "测试", at, source: "entered", reason: "测试", behalf: null });
}
