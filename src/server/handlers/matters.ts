// The desk, the ledgers, one lead or case.
import { assigneesIn } from "#matters/uses/assignees.ts";
import { comparableCases } from "#matters/uses/comparable.ts";
import { ledgerPage } from "#matters/uses/ledgers.ts";
import { colleaguesOf, inquirersOf, viewMatter } from "#matters/uses/matter-view.ts";
import { bePresent } from "#matters/uses/presence.ts";
import { leadsLike } from "#matters/uses/similar-leads.ts";
import { deskOf } from "#matters/uses/tasks.ts";
import { signedInOf } from "../context.ts";
import { foundOr404 } from "../refuse.ts";
import { endpoints } from "./implementer.ts";

export const matters = {
  tasks: endpoints.matters.tasks.handler(({ context }) => deskOf(context.app, signedInOf(context).actor)),
  leads: endpoints.matters.leads.handler(({ input, context }) =>
    ledgerPage(context.app, signedInOf(context).actor, { kind: "lead", ...input }),
  ),
  similarLeads: endpoints.matters.similarLeads.handler(({ input, context }) =>
    leadsLike(context.app, signedInOf(context).actor, input),
  ),
  cases: endpoints.matters.cases.handler(({ input, context }) =>
    ledgerPage(context.app, signedInOf(context).actor, { kind: "case", ...input }),
  ),
  comparable: endpoints.matters.comparable.handler(({ input: { matterId, ...input }, context }) =>
    comparableCases(context.app, signedInOf(context).actor, { ...input, except: matterId }),
  ),
  get: endpoints.matters.get.handler(async ({ input, context }) =>
    foundOr404(await viewMatter(context.app, signedInOf(context).actor, input.matterId)),
  ),
  colleagues: endpoints.matters.colleagues.handler(({ context }) =>
    colleaguesOf(context.app, signedInOf(context).actor),
  ),
  presence: endpoints.matters.presence.handler(async ({ input, context }) =>
    foundOr404(await bePresent(context.app, signedInOf(context).actor, input)),
  ),
  assignees: endpoints.matters.assignees.handler(async ({ input, context }) =>
    foundOr404(await assigneesIn(context.app, signedInOf(context).actor, input.matterId)),
  ),
  inquirers: endpoints.matters.inquirers.handler(({ context }) => inquirersOf(context.app, signedInOf(context).actor)),
};
