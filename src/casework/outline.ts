// The outline of a matter: what reading rights, ledgers and tasks depend on.
import type { Outline } from "./duties.ts";
import type { Case } from "./case.ts";
import type { Matter } from "./replay.ts";

export function outlineOf(matter: Matter): Outline {
  if (matter.kind === "lead") {
    return {
      kind: "lead",
      stage: matter.stage,
      registeredBy: matter.registeredBy,
      assignedTo: [],
      recused: { accountIds: [], personIds: [] },
      organizationIds: [],
      personIds: matter.concerned.flatMap((one) => (one.personId === null ? [] : [one.personId])),
    };
  }
  return {
    kind: "case",
    stage: matter.stage,
    registeredBy: matter.requestedBy,
    assignedTo: inquirersOf(matter),
    recused: {
      accountIds: matter.recusals.map((one) => one.accountId),
      personIds: matter.witnesses.map((one) => one.personId),
    },
    personIds: matter.subjects.filter((file) => file.subject.kind === "person").map((file) => file.subject.registryId),
    organizationIds: [...new Set(matter.subjects.map((file) => file.subject.organizationId))],
  };
}

/** Accounts of the inquiry group that had not been recused by the ISO day `on`; without it, by now. */
export function inquirersLeft(state: Case, on?: string): string[] {
  const gone = state.recusals.filter((one) => on === undefined || one.on <= on).map((one) => one.accountId);
  return inquirersOf(state).filter((one) => !gone.includes(one));
}

/** The accounts of the inquiry group (调查组), none before the opening was approved. */
function inquirersOf(state: Case): readonly string[] {
  return state.group?.inquirers ?? [];
}
