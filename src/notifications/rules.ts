// Whom an event is told to (消息): those whose work it answers, or to whom it gives some. It says that something happened, never what a matter holds.
import type { Case } from "#casework/case.ts";
import { duties } from "#casework/duties.ts";
import type { CaseworkEvent, Recorded } from "#casework/events.ts";
import type { Matter } from "#casework/replay.ts";
import type { Role } from "#casework/roles.ts";

export const notificationKinds = [
  "given",
  "opening-approved",
  "opening-refused",
  "items-given",
  "circumstance-answered",
  "proposal-answered",
  "upward-answered",
  "waiver-answered",
  "appeal-filed",
  "appeal-examined",
  "decision-changed",
  "reuse-answered",
  "paper-confirmed",
  "paper-returned",
  "lead-returned",
  "taken-over",
  "recused",
  "reporter-asked",
  "reporter-answered",
  "body-noticed",
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** `readable`: shown only to who may read the matter at that moment. What tells of a recusal is for who may not. */
export type Addressed = {
  kind: NotificationKind;
  accountIds: readonly string[];
  roles: readonly Role[];
  readable: boolean;
};

/** To whom one event is told, of the matter before and after its act. Who did it is told nothing. */
export function notificationsOf(
  before: Matter | null,
  after: Matter,
  { event, actorId }: Pick<Recorded, "event" | "actorId">,
): Addressed[] {
  const inquirers = before?.kind === "case" ? (before.group?.inquirers ?? []) : [];
  const told = after.kind === "lead" ? inLead(event, after.registeredBy) : inCase(after, event, inquirers);
  return told
    .map((one) => ({ ...one, accountIds: [...new Set(one.accountIds)].filter((id) => id !== actorId) }))
    .filter(({ accountIds, roles }) => accountIds.length + roles.length > 0);
}

function inLead(event: CaseworkEvent, registeredBy: string): Addressed[] {
  return event.type === "lead-returned" ? [to("lead-returned", [registeredBy])] : [];
}

function inCase(state: Case, event: CaseworkEvent, inquirers: readonly string[]): Addressed[] {
  const { actorsByAct } = state;
  // Most events tell nobody.
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check
  switch (event.type) {
    case "opening-approved":
      return [to("given", event.inquirers), to("opening-approved", actorsByAct["request-opening"])];
    case "opening-refused":
      return [to("opening-refused", actorsByAct["request-opening"])];
    case "inquiry-group-changed":
      return [
        to(
          "given",
          event.inquirers.filter((id) => !inquirers.includes(id)),
        ),
      ];
    case "items-assigned":
      return [to("items-given", [event.accountId])];
    case "circumstance-approval-decided":
      return [to("circumstance-answered", actorsByAct["establish-circumstance"])];
    case "decided":
      return [to("proposal-answered", [...(actorsByAct.propose ?? []), ...(actorsByAct["propose-upward"] ?? [])])];
    case "answer-recorded":
      return [to("upward-answered", actorsByAct["propose-upward"])];
    case "waiver-decided":
      return [to("waiver-answered", actorsByAct["request-waiver"])];
    case "appeal-recorded":
      return [{ kind: "appeal-filed", accountIds: [], roles: duties["examine-appeal"].roles, readable: true }];
    case "appeal-examined":
      return [
        {
          kind: "appeal-examined",
          accountIds: actorsByAct["record-appeal"] ?? [],
          roles: duties.decide.roles,
          readable: true,
        },
      ];
    case "decision-changed":
      return [to("decision-changed", [...(actorsByAct.serve ?? []), ...(actorsByAct["take-effect"] ?? [])])];
    case "reuse-decided":
      return [to("reuse-answered", actorsByAct["request-reuse"])];
    case "paper-confirmed":
    case "paper-returned":
      return [to(event.type, actorsByAct["enter-paper-case"])];
    case "taken-over":
      return [to("taken-over", state.group?.inquirers)];
    case "recused":
      // Whoever had no part in the case does not learn from this that there is one.
      return hadPart(state, event.accountId) ? [{ ...to("recused", [event.accountId]), readable: false }] : [];
    default:
      return [];
  }
}

function hadPart({ group, actorsByAct }: Case, accountId: string): boolean {
  return (
    (group?.inquirers.includes(accountId) ?? false) ||
    Object.values(actorsByAct).some((those) => those.includes(accountId))
  );
}

function to(kind: NotificationKind, accountIds: readonly string[] = []): Addressed {
  return { kind, accountIds, roles: [], readable: true };
}
