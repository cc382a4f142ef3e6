// Which entries of the registry an act's input names, so that they are looked up before deciding.
import { acts } from "#casework/acts.ts";
import type { ActId } from "#casework/act-names.ts";

export type Named = {
  persons: string[];
  organizations: string[];
  leads: string[];
  accounts: string[];
  files: { sha256: string; size: number }[];
};

/** Input must have passed the act's own schema. */
export function namedIn(act: ActId, input: unknown): Named {
  const named: Named = { persons: [], organizations: [], leads: [], accounts: [], files: [] };
  if (act === "register-lead") {
    const { concerned } = acts[act].input.parse(input);
    named.persons = concerned.flatMap(({ personId }) => (personId === null ? [] : [personId]));
  }
  if (act === "request-opening") named.leads = acts[act].input.parse(input).leadIds;
  if (act === "decide-opening") {
    const opening = acts[act].input.parse(input);
    named.accounts = opening.approved ? opening.inquirers : [];
  }
  if (act === "add-subject") {
    const { kind, registryId } = acts[act].input.parse(input);
    (kind === "person" ? named.persons : named.organizations).push(registryId);
  }
  if (act === "record-fact" || act === "record-answer" || act === "record-deliberation")
    named.files = acts[act].input.parse(input).evidence;
  return named;
}
