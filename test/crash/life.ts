// The life of a lead and its case, act by act, as eight writers live it over and over; every id, key and word of it is told by writer
// and life alone, so that whoever comes after a crash knows what was under way.
import { hash } from "node:crypto";
import type { ActRequest } from "#app/perform.ts";
import type { ActId } from "#casework/act-names.ts";
import type { Actor } from "#casework/actor.ts";
import { actorOf } from "../database/people.ts";

/** How far a writer has come: the next step to take, and the version that its case has reached. */
export type Progress = { writer: number; life: number; step: number; version: number };

export type Step =
  | { type: "act"; actor: Actor; request: ActRequest; newId: string }
  | { type: "file"; actor: Actor; bytes: Uint8Array; sha256: string };

/** Every writer's own persons, and one whom all have to do with. */
export const personsOfWriters = 9;

export const officials = {
  officer: actorOf("officer", ["discipline-officer"]),
  colleague: actorOf("colleague", ["discipline-officer"]),
  secretary: actorOf("secretary", ["committee-secretary"]),
  clerk: actorOf("clerk", ["office-clerk"]),
  personnel: actorOf("personnel", ["personnel-officer"]),
  reviewer: actorOf("reviewer", ["reviewer"]),
};

/** The instant at which all clocks stand: no day in these lives comes after it. */
export const now = "2024-12-31T04:00:00Z";

const { officer, colleague, secretary, clerk, personnel, reviewer } = officials;
const finding = { gravity: "graver", gravityReasons: "持续时间长", strongReaction: false, vileInfluence: false };
const nothingMore = { originalLevel: null, reducedLevel: null, appliedOn: null, departure: null };
const outcomes = [
  { measures: ["transfer"] },
  { measures: ["removal"], originalLevel: "乡科级副职" },
  { measures: ["demotion"], reducedLevel: "科员级" },
];

/** The step that a writer takes next; null when the life is over. */
export function stepAt({ writer, life, step, version }: Progress): Step | null {
  const name = `${writer}-${life}`;
  const lead = `lead-${name}`;
  const subject = `subject-${name}`;
  const person = `person-${life % 4 === 3 ? personsOfWriters - 1 : writer}`;
  const { measures, ...changes } = outcomes[(writer + life) % outcomes.length] ?? { measures: [] };
  const handled = { ...finding, measures, handling: "handling", handlingReasons: null };
  const bytes = new TextEncoder().encode(`线索${name}的证据材料`);
  const sha256 = hash("sha256", bytes);
  const year = 2019 + ((writer + life) % 5);

  const act = (
    actor: Actor,
    id: ActId,
    input: unknown,
    newId = `${id}-${name}`,
    matterId: string | null = `case-${name}`,
    key = `${id}-${name}`,
  ): Step => ({
    type: "act",
    actor,
    newId,
    request: {
      act: id,
      matterId,
      version: matterId === null ? null : matterId === lead ? 1 : version,
      key,
      input,
    },
  });
  const steps: (() => Step)[] = [
    () =>
      act(
        officer,
        "register-lead",
        {
          source: "petition",
          receivedOn: `${year}-05-06`,
          summary: `反映事项${name}`,
          concerned: [{ name: person, unit: "经济发展局", personId: person }],
        },
        lead,
        null,
      ),
    () =>
      act(
        officer,
        "dispose-lead",
        { way: "preliminary-verification", reasons: "须核实", on: `${year}-05-07`, dueOn: `${year}-06-07` },
        undefined,
        lead,
      ),
    () =>
      act(
        officer,
        "request-opening",
        { title: `事项${name}失职`, reasons: "初核属实", leadIds: [lead] },
        `case-${name}`,
        null,
      ),
    () =>
      act(secretary, "decide-opening", {
        approved: true,
        on: `${year}-06-08`,
        inquirers: ["officer", "colleague"],
        leader: "officer",
        dueOn: `${year}-09-08`,
      }),
    () => act(officer, "add-subject", { kind: "person", registryId: person, another: "不同问题" }, subject),
    () => ({ type: "file", actor: colleague, bytes, sha256 }),
    () =>
      act(
        colleague,
        "record-fact",
        {
          subjectIds: [subject],
          text: `对群众反映${name}长期不处置`,
          from: "2019-04-30",
          to: `${year}-05-01`,
          continuing: false,
          results: [],
          evidence: [{ sha256, name: "材料.txt", size: bytes.length, mediaType: "text/plain", kind: "documentary" }],
        },
        `fact-${name}`,
      ),
    () =>
      act(officer, "establish-limb", {
        subjectId: subject,
        limb: "6-2-1",
        act: "有令不行",
        factIds: [`fact-${name}`],
        results: [],
        preconditionFactId: null,
        reasons: null,
      }),
    () =>
      act(officer, "put-facts", {
        subjectId: subject,
        factIds: [`fact-${name}`],
        on: `${year}-06-30`,
        place: "谈话室",
        inquirers: ["officer", "colleague"],
        opinion: "对事实无异议",
        signed: true,
      }),
    () =>
      act(officer, "record-statement", {
        subjectId: subject,
        on: `${year}-07-01`,
        statement: "承认",
        defence: "人手不足",
        response: "不影响认定",
        signed: true,
      }),
    () =>
      act(officer, "propose", {
        on: `${year}-07-02`,
        body: "discipline-committee",
        proposals: [{ subjectId: subject, ...handled, reasons: "建议组织处理" }],
      }),
    () =>
      act(clerk, "record-deliberation", {
        body: "working-committee",
        on: `${year}-07-10`,
        topic: "研究问责",
        attendance: ["甲", "乙", "丙"],
        recusals: [],
        votesFor: 3,
        votesAgainst: 0,
        abstentions: 0,
        result: "同意",
        minutes: "一致同意",
      }),
    () =>
      act(secretary, "decide", {
        documentNumber: `云党发${name}号`,
        on: `${year}-07-11`,
        body: "working-committee",
        outcomes: [{ type: "accountable", subjectId: subject, ...handled, ...nothingMore, ...changes }],
      }),
    () => act(clerk, "serve", { subjectId: subject, on: `${year}-07-12`, way: "in-person", receipt: "已签收" }),
    () =>
      act(personnel, "take-effect", {
        subjectId: subject,
        effectiveOn: `${year}-07-15`,
        announcedOn: `${year}-07-15`,
        formalitiesOn: `${year}-07-20`,
      }),
    () => act(clerk, "record-circulation", { on: `${year}-07-18`, scope: "zone", documentNumber: `通报${name}号` }),
    () =>
      act(personnel, "record-arrangement", {
        subjectId: subject,
        on: `${year}-07-16`,
        post: "四级主任科员",
        rank: "四级主任科员",
      }),
    ...(
      [
        [officer, ["informing", "self-criticism"]],
        [personnel, ["archiving"]],
        [clerk, ["reporting"]],
      ] as const
    ).map(
      ([by, items]) =>
        () =>
          act(
            by,
            "complete-items",
            {
              items: items.map((item) => ({ subjectId: subject, item })),
              on: `${year}-07-25`,
              documentNumber: `函${name}号`,
              note: "已办理",
              evidence: [],
            },
            undefined,
            undefined,
            `${items[0]}-${name}`,
          ),
    ),
    () => act(reviewer, "close", { on: `${year}-08-01`, summary: "办结" }),
  ];
  return steps[step]?.() ?? null;
}

/** Where the writer stands once a step is done; `version` is that of the receipt, null for a file. */
export function onwards(progress: Progress, step: Step, version: number | null): Progress {
  const ofCase = step.type === "act" && step.request.act !== "register-lead" && step.request.act !== "dispose-lead";
  const next = {
    ...progress,
    step: progress.step + 1,
    version: ofCase && version !== null ? version : progress.version,
  };
  return stepAt(next) === null ? { writer: progress.writer, life: progress.life + 1, step: 0, version: 0 } : next;
}
