// What each kind of message says. It never tells what stands in a matter.
import type { NotificationKind } from "../../rules.ts";
import { m } from "#web/paraglide/messages.js";

export const notificationText: Readonly<Record<NotificationKind, (of: { actor: string }) => string>> = {
  given: m.notification_given,
  "opening-approved": m.notification_opening_approved,
  "opening-refused": m.notification_opening_refused,
  "items-given": m.notification_items_given,
  "circumstance-answered": m.notification_circumstance_answered,
  "proposal-answered": m.notification_proposal_answered,
  "upward-answered": m.notification_upward_answered,
  "waiver-answered": m.notification_waiver_answered,
  "appeal-filed": m.notification_appeal_filed,
  "appeal-examined": m.notification_appeal_examined,
  "decision-changed": m.notification_decision_changed,
  "reuse-answered": m.notification_reuse_answered,
  "paper-confirmed": m.notification_paper_confirmed,
  "paper-returned": m.notification_paper_returned,
  "lead-returned": m.notification_lead_returned,
  "taken-over": m.notification_taken_over,
  recused: m.notification_recused,
  "reporter-asked": m.notification_reporter_asked,
  "body-noticed": m.notification_body_noticed,
  "reporter-answered": m.notification_reporter_answered,
  "delegation-decided": m.notification_delegation_decided,
  "administrator-asked": m.notification_administrator_asked,
  "administrator-refused": m.notification_administrator_refused,
  "roles-set": m.notification_roles_set,
  "access-restored": m.notification_access_restored,
  "policy-set": m.notification_policy_set,
  "token-issued": m.notification_token_issued,
  alarm: m.notification_alarm,
};
