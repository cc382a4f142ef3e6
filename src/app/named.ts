// Which entries of the registry an act's input names, so that they are looked up before deciding.
import { acts } from "#casework/acts.ts";
import type { ActId } from "#casework/act-names.ts";
import type { Matter } from "#casework/replay.ts";
import type { SubjectKind } from "#casework/subject.ts";

export type Named = {
  persons: string[];
  organizations: string[];
  leads: string[];
  accounts: string[];
  files: { sha256: string; size: number }[];
  /** Subjects whose other cases matter. */
  subjects: { kind: SubjectKind; registryId: string }[];
};

/** Input must have passed the act's own schema; `matter` is the one it is done in, null for acts that begin one. */
export function namedIn(act: ActId, input: unknown, matter: Matter | null): Named {
  const named: Named = { persons: [], organizations: [], leads: [], accounts: [], files: [], subjects: [] };
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
  if (act === "complete-items" || act === "record-answer" || act === "record-deliberation")
    named.files = acts[act].input.parse(input).evidence;
  if (act === "record-fact") {
    const { evidence, subjectIds } = acts[act].input.parse(input);
    named.files = evidence;
    if (matter?.kind === "case")
      named.subjects = matter.subjects.map((file) => file.subject).filter(({ id }) => subjectIds.includes(id));
  }
  if (act === "name-witness") named.persons = [acts[act].input.parse(input).personId];
  if (act === "declare-recusal") named.accounts = [acts[act].input.parse(input).accountId];
  return named;
}
