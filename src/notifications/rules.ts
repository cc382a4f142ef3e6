// Recipients of notifications (消息): those whose work an event answers, or to whom it gives work. A notification never says what a matter holds.
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
  "delegation-decided",
  "administrator-asked",
  "administrator-refused",
  "roles-set",
  "access-restored",
  "policy-set",
  "token-issued",
  "alarm",
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** `readable`: shown only to those who may read the matter at that moment; a notification of a recusal is for those who may not. */
export type Recipients = {
  kind: NotificationKind;
  accountIds: readonly string[];
  roles: readonly Role[];
  readable: boolean;
};

/** Recipients of one event; never the actor. `before` and `after`: the matter before and after the act. */
export function notificationsOf(
  before: Matter | null,
  after: Matter,
  { event, actorId }: Pick<Recorded, "event" | "actorId">,
): Recipients[] {
  const inquirers = before?.kind === "case" ? (before.group?.inquirers ?? []) : [];
  const told = after.kind === "lead" ? inLead(event, after.registeredBy) : inCase(after, event, inquirers);
  return told
    .map((one) => ({ ...one, accountIds: [...new Set(one.accountIds)].filter((id) => id !== actorId) }))
    .filter(({ accountIds, roles }) => accountIds.length + roles.length > 0);
}

function inLead(event: CaseworkEvent, registeredBy: string): Recipients[] {
  return event.type === "lead-returned" ? [addressed("lead-returned", [registeredBy])] : [];
}

function inCase(state: Case, event: CaseworkEvent, inquirers: readonly string[]): Recipients[] {
  const { actorsByAct } = state;
  // Most events tell nobody.
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check
  switch (event.type) {
    case "opening-approved":
      return [addressed("given", event.inquirers), addressed("opening-approved", actorsByAct["request-opening"])];
    case "opening-refused":
      return [addressed("opening-refused", actorsByAct["request-opening"])];
    case "inquiry-group-changed":
      return [
        addressed(
          "given",
          event.inquirers.filter((id) => !inquirers.includes(id)),
        ),
      ];
    case "items-assigned":
      return [addressed("items-given", [event.accountId])];
    case "circumstance-approval-decided":
      return [addressed("circumstance-answered", actorsByAct["establish-circumstance"])];
    case "decided":
      return [
        addressed("proposal-answered", [...(actorsByAct.propose ?? []), ...(actorsByAct["propose-upward"] ?? [])]),
      ];
    case "answer-recorded":
      return [addressed("upward-answered", actorsByAct["propose-upward"])];
    case "waiver-decided":
      return [addressed("waiver-answered", actorsByAct["request-waiver"])];
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
      return [addressed("decision-changed", [...(actorsByAct.serve ?? []), ...(actorsByAct["take-effect"] ?? [])])];
    case "reuse-decided":
      return [addressed("reuse-answered", actorsByAct["request-reuse"])];
    case "paper-confirmed":
    case "paper-returned":
      return [addressed(event.type, actorsByAct["enter-paper-case"])];
    case "taken-over":
      return [addressed("taken-over", state.group?.inquirers)];
    case "recused":
      // Whoever had no part in the case does not learn from this that there is one.
      return hadPart(state, event.accountId) ? [{ ...addressed("recused", [event.accountId]), readable: false }] : [];
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

function addressed(kind: NotificationKind, accountIds: readonly string[] = []): Recipients {
  return { kind, accountIds, roles: [], readable: true };
}
