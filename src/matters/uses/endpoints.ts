// The use behind each endpoint of the desk, the ledgers, one lead or case, its acts, requests for reuse, and the vault of reporters.
import { tableOfActs } from "#casework/acts.ts";
import type { ActId } from "#casework/acts.ts";
import type { Use, UsesOf } from "#kernel/use-of.ts";
import type { acts, Receipt } from "../contract/acts.ts";
import type { matters } from "../contract/matters.ts";
import type { releases } from "../contract/releases.ts";
import type { reporters } from "../contract/reporters.ts";
import type { reuses } from "../contract/reuses.ts";
import { assigneesIn } from "./assignees.ts";
import { comparableCases } from "./comparable.ts";
import { ledgerPage } from "./ledgers.ts";
import { colleaguesOf, inquirersOf, viewMatter } from "./matter-view.ts";
import { perform } from "./perform.ts";
import type { ActRequest } from "./perform.ts";
import { reportPresence } from "./presence.ts";
import {
  answerReporterRequest,
  askToOpenReporter,
  openReporter,
  registerWithReporter,
  reporterRequestsWaiting,
  reporterStateOf,
} from "./reporters.ts";
import { releaseWords, textsWaiting, waitingTextsOf } from "./releases.ts";
import { reusesFor } from "./reuse.ts";
import { findSimilarLeads } from "./similar-leads.ts";
import { deskOf } from "./tasks.ts";

export const mattersUses = {
  tasks: deskOf,
  leads: (app, actor, asked) => ledgerPage(app, actor, { kind: "lead", ...asked }),
  similarLeads: findSimilarLeads,
  cases: (app, actor, asked) => ledgerPage(app, actor, { kind: "case", ...asked }),
  comparable: comparableCases,
  get: viewMatter,
  colleagues: colleaguesOf,
  presence: reportPresence,
  assignees: assigneesIn,
  inquirers: inquirersOf,
} satisfies UsesOf<typeof matters>;

/** All acts are performed alike, and answer with where the matter stands. */
export const actsUses: UsesOf<typeof acts> = tableOfActs<Record<ActId, ReturnType<typeof useOfAct>>>(useOfAct);

function useOfAct(act: ActId): Use<Omit<ActRequest, "act">, Receipt> {
  return (app, actor, asked, { address }) => perform(app, actor, { act, ...asked }, { note: { address } });
}

export const reportersUses = {
  register: (app, actor, asked, { address }) => registerWithReporter(app, actor, asked, { address }),
  state: reporterStateOf,
  waiting: reporterRequestsWaiting,
  ask: askToOpenReporter,
  answer: answerReporterRequest,
  open: openReporter,
} satisfies UsesOf<typeof reporters>;

export const releasesUses = {
  waiting: textsWaiting,
  texts: waitingTextsOf,
  release: releaseWords,
} satisfies UsesOf<typeof releases>;

export const reusesUses = { list: reusesFor } satisfies UsesOf<typeof reuses>;
