// The outline of a matter: what reading rights, ledgers and tasks look at.
import type { Outline } from "./duties.ts";
import type { Matter } from "./replay.ts";

export function outlineOf(matter: Matter): Outline {
  if (matter.kind === "lead") {
    return {
      kind: "lead",
      stage: matter.stage,
      registeredBy: matter.registeredBy,
      organizationIds: [],
      personIds: matter.concerned.flatMap((one) => (one.personId === null ? [] : [one.personId])),
    };
  }
  return {
    kind: "case",
    stage: matter.stage,
    registeredBy: matter.requestedBy,
    personIds: matter.subjects.filter((file) => file.subject.kind === "person").map((file) => file.subject.registryId),
    organizationIds: [...new Set(matter.subjects.map((file) => file.subject.organizationId))],
  };
}
