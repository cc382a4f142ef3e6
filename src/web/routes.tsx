// The plain list of all screens: path, what the menu calls it, who may use it, and where its code is.
import type { ComponentType } from "react";
import { contract } from "#server/contract/contract.ts";
import type { Access, EndpointMeta } from "#kernel/contract/meta.ts";
import { readingRights } from "#casework/duties.ts";
import { roles } from "#casework/roles.ts";
import { m } from "./paraglide/messages.js";

export type Screen = {
  path: string;
  /** Null for screens that are reached from another one. */
  menu: { group: MenuGroup; name: () => string } | null;
  access: Access;
  load: () => Promise<ComponentType>;
};
export type MenuGroup = "work" | "registry" | "regulation" | "administration";

/** Screens for which nobody need have signed in. */
export const openScreens: readonly Screen[] = [
  {
    path: "/sign-in",
    menu: null,
    access: "anyone",
    load: () => import("#accounts/screens/sign-in/sign-in.tsx").then((file) => file.SignIn),
  },
];

const {
  matters,
  registry,
  restrictions,
  statistics,
  reuses,
  imports,
  eligibility,
  clearance,
  letters,
  regulation,
  interpretations,
  norms,
  officialTexts,
  history,
  authority,
} = contract;
const { log, sweep, tokens, accounts, administration, delegations, security, calendar, acts } = contract;
const { supervision, notifications, bodies } = contract;

export const screens: readonly Screen[] = [
  {
    path: "/",
    menu: null,
    access: "signed-in",
    load: () => import("./frame/first.tsx").then((file) => file.First),
  },
  {
    path: "/desk",
    menu: { group: "work", name: m.menu_desk },
    access: accessOf(matters.tasks),
    load: () => import("#matters/screens/desk/desk.tsx").then((file) => file.Desk),
  },
  {
    path: "/done",
    menu: null,
    access: accessOf(supervision.done),
    load: () => import("#matters/screens/done/done.tsx").then((file) => file.Done),
  },
  {
    path: "/supervision",
    menu: { group: "work", name: m.menu_supervision },
    access: accessOf(supervision.items),
    load: () => import("#notifications/screens/supervision/supervision.tsx").then((file) => file.Supervision),
  },
  {
    path: "/notifications",
    menu: null,
    access: accessOf(notifications.list),
    load: () => import("#notifications/screens/notifications/notifications.tsx").then((file) => file.Notifications),
  },
  {
    path: "/leads",
    menu: { group: "work", name: m.menu_leads },
    access: readersOf("lead"),
    load: () => import("#matters/screens/leads/lead-ledger.tsx").then((file) => file.LeadLedger),
  },
  {
    path: "/leads/new",
    menu: null,
    access: accessOf(acts["register-lead"]),
    load: () => import("#matters/screens/leads/new-lead.tsx").then((file) => file.NewLead),
  },
  {
    path: "/leads/:matterId",
    menu: null,
    access: accessOf(matters.get),
    load: () => import("#matters/screens/leads/lead-page.tsx").then((file) => file.LeadPage),
  },
  {
    path: "/leads/:matterId/acts/:act",
    menu: null,
    access: accessOf(matters.get),
    load: () => import("#matters/screens/leads/lead-act.tsx").then((file) => file.LeadAct),
  },
  {
    path: "/cases",
    menu: { group: "work", name: m.menu_cases },
    access: readersOf("case"),
    load: () => import("#matters/screens/cases/case-ledger.tsx").then((file) => file.CaseLedger),
  },
  {
    path: "/cases/new",
    menu: null,
    access: accessOf(acts["request-opening"]),
    load: () => import("#matters/screens/cases/new-case.tsx").then((file) => file.NewCase),
  },
  {
    path: "/cases/paper",
    menu: null,
    access: accessOf(acts["enter-paper-case"]),
    load: () => import("#matters/screens/cases/new-paper-case.tsx").then((file) => file.NewPaperCase),
  },
  {
    path: "/cases/:matterId",
    menu: null,
    access: accessOf(matters.get),
    load: () => import("#matters/screens/cases/case-page.tsx").then((file) => file.CasePage),
  },
  {
    path: "/cases/:matterId/acts/:act",
    menu: null,
    access: accessOf(matters.get),
    load: () => import("#matters/screens/cases/case-act.tsx").then((file) => file.CaseAct),
  },
  {
    path: "/eligibility",
    menu: { group: "work", name: m.menu_eligibility },
    access: accessOf(eligibility.ask),
    load: () => import("#eligibility/screens/eligibility/eligibility.tsx").then((file) => file.Eligibility),
  },
  {
    path: "/honours-check",
    menu: { group: "work", name: m.menu_honours_check },
    access: accessOf(clearance.enter),
    load: () => import("#eligibility/screens/honours-check/honours-check.tsx").then((file) => file.HonoursCheck),
  },
  {
    path: "/clearance",
    menu: { group: "work", name: m.menu_clearance },
    access: accessOf(clearance.list),
    load: () => import("#clearance/screens/clearance/clearance-list.tsx").then((file) => file.ClearanceList),
  },
  {
    path: "/clearance/new",
    menu: null,
    access: accessOf(clearance.enter),
    load: () => import("#clearance/screens/clearance/new-clearance.tsx").then((file) => file.NewClearance),
  },
  {
    path: "/clearance/:requestId",
    menu: null,
    access: accessOf(clearance.get),
    load: () => import("#clearance/screens/clearance/clearance-page.tsx").then((file) => file.ClearancePage),
  },
  {
    path: "/letters",
    menu: { group: "work", name: m.menu_letters },
    access: accessOf(letters.list),
    load: () => import("#letters/screens/letter-list.tsx").then((file) => file.LetterList),
  },
  {
    path: "/restricted",
    menu: { group: "work", name: m.menu_restricted },
    access: accessOf(restrictions.restricted),
    load: () => import("#eligibility/screens/restricted/restricted.tsx").then((file) => file.Restricted),
  },
  {
    path: "/ending",
    menu: { group: "work", name: m.menu_ending },
    access: accessOf(restrictions.ending),
    load: () => import("#eligibility/screens/ending/ending.tsx").then((file) => file.Ending),
  },
  {
    path: "/figures",
    menu: { group: "work", name: m.menu_figures },
    access: accessOf(statistics.figures),
    load: () => import("#statistics/screens/figures.tsx").then((file) => file.RestrictedFigures),
  },
  {
    path: "/sweep",
    menu: { group: "work", name: m.menu_sweep },
    access: accessOf(sweep.conflicts),
    load: () => import("#sweep/screens/sweep.tsx").then((file) => file.Sweep),
  },
  {
    path: "/conflicts/:conflictId",
    menu: null,
    access: accessOf(sweep.conflict),
    load: () => import("#sweep/screens/conflict-page.tsx").then((file) => file.ConflictPage),
  },
  {
    path: "/reuses",
    menu: { group: "work", name: m.menu_reuses },
    access: accessOf(reuses.list),
    load: () => import("#matters/screens/reuses/reuses.tsx").then((file) => file.Reuses),
  },
  {
    path: "/bodies",
    menu: { group: "work", name: m.menu_bodies },
    access: accessOf(bodies.list),
    load: () => import("#bodies/screens/bodies.tsx").then((file) => file.Bodies),
  },
  {
    path: "/bodies/:organizationId",
    menu: null,
    access: accessOf(bodies.get),
    load: () => import("#bodies/screens/body-page.tsx").then((file) => file.BodyPage),
  },
  {
    path: "/bodies/:organizationId/acts/:act",
    menu: null,
    access: accessOf(bodies.get),
    load: () => import("#bodies/screens/body-act.tsx").then((file) => file.BodyAct),
  },
  {
    path: "/persons",
    menu: { group: "registry", name: m.menu_persons },
    access: accessOf(registry.persons),
    load: () => import("#registry/screens/persons/person-list.tsx").then((file) => file.PersonList),
  },
  {
    path: "/persons/new",
    menu: null,
    access: accessOf(registry.addPerson),
    load: () => import("#registry/screens/persons/new-person.tsx").then((file) => file.NewPerson),
  },
  {
    path: "/persons/:personId",
    menu: null,
    access: accessOf(registry.person),
    load: () => import("#registry/screens/persons/person-page.tsx").then((file) => file.PersonPage),
  },
  {
    path: "/imports",
    menu: { group: "registry", name: m.menu_imports },
    access: accessOf(imports.list),
    load: () => import("#imports/screens/import-list.tsx").then((file) => file.ImportList),
  },
  {
    path: "/imports/:importId",
    menu: null,
    access: accessOf(imports.get),
    load: () => import("#imports/screens/import-page.tsx").then((file) => file.ImportPage),
  },
  {
    path: "/history",
    menu: { group: "registry", name: m.menu_history },
    access: accessOf(history.district),
    load: () => import("#law-admin/screens/history/history.tsx").then((file) => file.History),
  },
  {
    path: "/organizations",
    menu: { group: "registry", name: m.menu_organizations },
    access: accessOf(registry.organizations),
    load: () => import("#registry/screens/organizations/organization-list.tsx").then((file) => file.OrganizationList),
  },
  {
    path: "/organizations/new",
    menu: null,
    access: accessOf(registry.addOrganization),
    load: () => import("#registry/screens/organizations/new-organization.tsx").then((file) => file.NewOrganization),
  },
  {
    path: "/organizations/:organizationId",
    menu: null,
    access: accessOf(registry.organization),
    load: () => import("#registry/screens/organizations/organization-page.tsx").then((file) => file.OrganizationPage),
  },
  {
    path: "/regulation",
    menu: { group: "regulation", name: m.menu_regulation },
    access: accessOf(regulation.packs),
    load: () => import("#law-admin/screens/regulation/regulation.tsx").then((file) => file.Regulation),
  },
  {
    path: "/what-if",
    menu: { group: "regulation", name: m.menu_what_if },
    access: accessOf(regulation.packs),
    load: () => import("#eligibility/screens/what-if/what-if.tsx").then((file) => file.WhatIf),
  },
  {
    path: "/regulation/difference",
    menu: null,
    access: accessOf(regulation.packs),
    load: () => import("#law-admin/screens/difference/difference.tsx").then((file) => file.Difference),
  },
  {
    path: "/regulation/:packId",
    menu: null,
    access: accessOf(regulation.packs),
    load: () => import("#law-admin/screens/regulation/regulation.tsx").then((file) => file.Regulation),
  },
  {
    path: "/interpretations",
    menu: { group: "regulation", name: m.menu_interpretations },
    access: accessOf(interpretations.list),
    load: () =>
      import("#law-admin/screens/interpretations/interpretation-list.tsx").then((file) => file.InterpretationList),
  },
  {
    path: "/interpretations/new",
    menu: null,
    access: accessOf(interpretations.enter),
    load: () =>
      import("#law-admin/screens/interpretations/new-interpretation.tsx").then((file) => file.NewInterpretation),
  },
  {
    path: "/interpretations/:interpretationId",
    menu: null,
    access: accessOf(interpretations.get),
    load: () =>
      import("#law-admin/screens/interpretations/interpretation-page.tsx").then((file) => file.InterpretationPage),
  },
  {
    path: "/norms",
    menu: { group: "regulation", name: m.menu_norms },
    access: accessOf(norms.list),
    load: () => import("#law-admin/screens/norms/norms.tsx").then((file) => file.Norms),
  },
  {
    path: "/norms/:pack/:rule",
    menu: null,
    access: accessOf(norms.list),
    load: () => import("#law-admin/screens/norms/norm-page.tsx").then((file) => file.NormPage),
  },
  {
    path: "/official-texts",
    menu: { group: "regulation", name: m.menu_official_texts },
    access: accessOf(officialTexts.list),
    load: () => import("#law-admin/screens/official-texts/official-texts.tsx").then((file) => file.OfficialTexts),
  },
  {
    path: "/official-texts/new",
    menu: null,
    access: accessOf(officialTexts.load),
    load: () => import("#law-admin/screens/official-texts/load-text.tsx").then((file) => file.LoadText),
  },
  {
    path: "/official-texts/:officialTextId",
    menu: null,
    access: accessOf(officialTexts.get),
    load: () => import("#law-admin/screens/official-texts/text-page.tsx").then((file) => file.TextPage),
  },
  {
    path: "/calendar",
    menu: { group: "administration", name: m.menu_calendar },
    access: accessOf(calendar.list),
    load: () => import("#jurisdiction/screens/calendar/calendar.tsx").then((file) => file.Calendar),
  },
  {
    path: "/authority",
    menu: { group: "regulation", name: m.menu_authority },
    access: accessOf(authority.list),
    load: () => import("#jurisdiction/screens/authority/authority.tsx").then((file) => file.Authority),
  },
  {
    path: "/authority/new",
    menu: null,
    access: accessOf(authority.enter),
    load: () => import("#jurisdiction/screens/authority/new-authority.tsx").then((file) => file.NewAuthority),
  },
  {
    path: "/log",
    menu: { group: "administration", name: m.menu_log },
    access: accessOf(log.list),
    load: () => import("#log/screens/log.tsx").then((file) => file.Log),
  },
  {
    path: "/administration",
    menu: { group: "administration", name: m.menu_administration },
    access: accessOf(administration.requests),
    load: () => import("#accounts/screens/administration/administration.tsx").then((file) => file.Administration),
  },
  {
    path: "/accounts",
    menu: { group: "administration", name: m.menu_accounts },
    access: accessOf(accounts.list),
    load: () => import("#accounts/screens/accounts/account-list.tsx").then((file) => file.AccountList),
  },
  {
    path: "/accounts/new",
    menu: null,
    access: accessOf(accounts.add),
    load: () => import("#accounts/screens/accounts/new-account.tsx").then((file) => file.NewAccount),
  },
  {
    path: "/accounts/unnamed",
    menu: { group: "administration", name: m.accounts_unnamed },
    access: accessOf(accounts.unnamed),
    load: () => import("#accounts/screens/accounts/unnamed-accounts.tsx").then((file) => file.UnnamedAccounts),
  },
  {
    path: "/delegations",
    menu: { group: "administration", name: m.menu_delegations },
    access: accessOf(delegations.list),
    load: () => import("#accounts/screens/delegations/delegations.tsx").then((file) => file.Delegations),
  },
  {
    path: "/delegations/new",
    menu: null,
    access: accessOf(delegations.ask),
    load: () => import("#accounts/screens/delegations/new-delegation.tsx").then((file) => file.NewDelegation),
  },
  {
    path: "/delegations/for-holder",
    menu: null,
    access: accessOf(delegations.askForHolder),
    load: () => import("#accounts/screens/delegations/for-holder.tsx").then((file) => file.ForHolder),
  },
  {
    path: "/security",
    menu: { group: "administration", name: m.menu_security },
    access: accessOf(security.policy),
    load: () => import("#accounts/screens/security/security-policy.tsx").then((file) => file.SecurityPolicy),
  },
  {
    path: "/tokens",
    menu: { group: "administration", name: m.menu_tokens },
    access: accessOf(tokens.list),
    load: () => import("#clearance/screens/tokens/tokens.tsx").then((file) => file.Tokens),
  },
  {
    path: "/sessions",
    menu: null,
    access: "signed-in",
    load: () => import("#accounts/screens/sessions/sessions.tsx").then((file) => file.Sessions),
  },
  {
    path: "/codes",
    menu: null,
    access: "signed-in",
    load: () => import("#accounts/screens/codes/codes.tsx").then((file) => file.Codes),
  },
  {
    path: "/password",
    menu: null,
    access: "signed-in",
    load: () => import("#accounts/screens/password/password.tsx").then((file) => file.Password),
  },
  {
    path: "*",
    menu: null,
    access: "signed-in",
    load: () => import("./frame/missing.tsx").then((file) => file.Missing),
  },
];

/** Who the contract lets use an endpoint. */
export function accessOf(endpoint: { "~orpc": { meta: EndpointMeta } }): Access {
  return endpoint["~orpc"].meta.access;
}

/** The roles that may read at least some leads or cases. */
export function readersOf(kind: "lead" | "case"): Access {
  return roles.filter((role) => readingRights[role][kind].reach !== "none");
}
