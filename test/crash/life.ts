// The lives of leads and cases, act by act, as eight writers live them one after the other; every id, key and word of them is told by
// writer and life alone, so that whoever comes after a crash knows what was under way.
import { hash } from "node:crypto";
import type { ActRequest } from "#matters/uses/perform.ts";
import type { ActId } from "#casework/acts.ts";
import type { Actor } from "#casework/actor.ts";
import { parseInput } from "#casework/input.ts";
import { actorOf } from "../database/people.ts";
import { lives } from "./lives.ts";
import type { Planned, Told } from "./lives.ts";

/** How far a writer has come: the next step to take, and the versions that the matters of this life have reached. */
export type Progress = { writer: number; life: number; step: number; versions: Readonly<Record<string, number>> };

export type Step =
  | { type: "act"; actor: Actor; request: ActRequest; newId: string }
  | { type: "file"; actor: Actor; bytes: Uint8Array; sha256: string };

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

/** The step that a writer takes next; null when the life is over. */
export function stepAt({ writer, life, step, versions }: Progress): Step | null {
  const planned = lives[(writer + life) % lives.length]?.[step];
  if (planned === undefined) return null;
  const told = toldOf(writer, life, versions);
  const actor = officials[planned.who];
  if (planned.type === "file") return { type: "file", actor, ...fileOf(told.name) };
  const matterId = planned.begins === true ? null : told.idOf(planned.matter);
  return {
    type: "act",
    actor,
    newId: newIdOf(planned, told),
    request: {
      act: planned.act,
      matterId,
      version: matterId === null ? null : told.version(planned.matter),
      key: `${planned.act}-${told.name}-${step}`,
      input: parseInput(planned.act, planned.input(told)),
    },
  };
}

/** Where the writer stands once a step is done; `version` is that of the receipt, null for a file. */
export function onwards(progress: Progress, step: Step, version: number | null): Progress {
  const { writer, life, versions } = progress;
  const reached = step.type === "file" || version === null ? {} : { [step.request.matterId ?? step.newId]: version };
  const next = { ...progress, step: progress.step + 1, versions: { ...versions, ...reached } };
  return stepAt(next) === null ? { writer, life: life + 1, step: 0, versions: {} } : next;
}

/** Every act that one of these lives goes through. */
export function actsLived(): Set<ActId> {
  return new Set(lives.flat().flatMap((planned) => (planned.type === "act" ? [planned.act] : [])));
}

function toldOf(writer: number, life: number, versions: Progress["versions"]): Told {
  const name = `${writer}-${life}`;
  const idOf: Told["idOf"] = (matter) => `${matter}-${name}`;
  const { sha256, bytes } = fileOf(name);
  return {
    name,
    number: writer + life,
    year: 2019 + ((writer + life) % 5),
    person: `person-${life % 4 === 3 ? 8 : writer}`,
    witness: "person-9",
    cityManaged: "person-10",
    subject: `subject-${name}`,
    fact: `fact-${name}`,
    file: { sha256, name: "材料.txt", size: bytes.length, mediaType: "text/plain" },
    idOf,
    version: (matter) => versions[idOf(matter)] ?? 0,
  };
}

function newIdOf({ act, begins, matter }: Extract<Planned, { type: "act" }>, told: Told): string {
  if (begins === true) return told.idOf(matter);
  if (act === "add-subject") return told.subject;
  return act === "record-fact" ? told.fact : `${act}-${told.name}`;
}

function fileOf(name: string): { bytes: Uint8Array; sha256: string } {
  const bytes = new TextEncoder().encode(`线索${name}的证据材料`);
  return { bytes, sha256: hash("sha256", bytes) };
}
