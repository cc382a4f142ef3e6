// Which entries of the registry an act's input names, so that they are looked up before deciding.
import { acts } from "#casework/acts.ts";
import type { ActId } from "#casework/act-names.ts";
import type { Matter } from "#casework/replay.ts";
import type { Case } from "#casework/case.ts";
import { escalates } from "#law/procedure/escalation.ts";
import type { Law } from "#law/compile/law.ts";
import type { SubjectKind } from "#casework/subject.ts";

export type Named = {
  persons: string[];
  organizations: string[];
  leads: string[];
  accounts: string[];
  files: { sha256: string; size: number }[];
  /** Subjects whose other cases matter. */
  subjects: { kind: SubjectKind; registryId: string }[];
  /** Persons of whom all that is recorded is looked at. */
  records: string[];
  /** Subjects whose earlier accountability matters, where the law escalates by it. */
  past: { kind: SubjectKind; registryId: string }[];
};

/** Input must have passed the act's own schema; `matter` is the one it is done in, null for acts that begin one. */
export function namedIn(act: ActId, input: unknown, matter: Matter | null, law: Law): Named {
  const named: Named = {
    persons: [],
    organizations: [],
    leads: [],
    accounts: [],
    files: [],
    subjects: [],
    records: [],
    past: [],
  };
  if (act === "register-lead" || act === "supplement-lead") {
    const { concerned } = acts[act].input.parse(input);
    named.persons = concerned.flatMap(({ personId }) => (personId === null ? [] : [personId]));
  }
  if (act === "join-lead") named.leads = [acts[act].input.parse(input).leadId];
  if (act === "request-opening") named.leads = acts[act].input.parse(input).leadIds;
  if (act === "decide-opening") {
    const opening = acts[act].input.parse(input);
    named.accounts = opening.approved ? opening.inquirers : [];
  }
  if (act === "change-inquiry-group") named.accounts = acts[act].input.parse(input).inquirers;
  if (act === "add-subject") {
    const { kind, registryId } = acts[act].input.parse(input);
    named.subjects = [{ kind, registryId }];
    (kind === "person" ? named.persons : named.organizations).push(registryId);
  }
  if (act === "assign-items") named.accounts = [acts[act].input.parse(input).accountId];
  if (act === "enter-paper-case") {
    const { kind, registryId } = acts[act].input.parse(input);
    (kind === "person" ? named.persons : named.organizations).push(registryId);
  }
  if (isOneOf(actsWithFiles, act)) named.files = acts[act].input.parse(input).evidence;
  if (act === "record-fact" && matter?.kind === "case") {
    const { subjectIds } = acts[act].input.parse(input);
    named.subjects = matter.subjects.map((file) => file.subject).filter(({ id }) => subjectIds.includes(id));
  }
  if (act === "name-witness") named.persons = [acts[act].input.parse(input).personId];
  if (act === "declare-recusal") named.accounts = [acts[act].input.parse(input).accountId];
  if (act === "decide-reuse" && matter?.kind === "case") {
    const { reuse } = acts[act].input.parse(input);
    named.records = matter.subjects.filter((file) => file.reuses.some(({ seq }) => seq === reuse)).map(personOf);
  }
  if (act === "record-sanction-change" && matter?.kind === "case") {
    const { subjectId } = acts[act].input.parse(input);
    named.records = matter.subjects.filter(({ subject }) => subject.id === subjectId).map(personOf);
  }
  if (isOneOf(actsThatFind, act) && matter?.kind === "case" && escalates(law)) named.past = subjectsOf(matter);
  return named;
}

const personOf = ({ subject }: Case["subjects"][number]): string => subject.registryId;

/** Acts by which measures are found: what went before is looked at. */
const actsThatFind = ["propose", "decide", "change-decision"] as const satisfies readonly ActId[];

export function subjectsOf({ subjects }: Case): { kind: SubjectKind; registryId: string }[] {
  return subjects.map(({ subject: { kind, registryId } }) => ({ kind, registryId }));
}

/** Acts whose input has a list of files, called evidence in all of them. */
const actsWithFiles = [
  "record-fact",
  "record-deliberation",
  "record-answer",
  "record-appeal",
  "examine-appeal",
  "change-decision",
  "enter-paper-case",
  "complete-items",
] as const satisfies readonly ActId[];

function isOneOf<Some extends ActId>(some: readonly Some[], act: ActId): act is Some {
  return (some as readonly ActId[]).includes(act);
}
