// The use behind each endpoint of leading bodies.
import { openBodyItemsFor } from "#notifications/uses/supervision.ts";
import type { Use, UsesOf } from "#kernel/use-of.ts";
import type { bodies, BodyReceipt } from "../contract.ts";
import type { BodyActId } from "../rules/body-names.ts";
import { performOnBody, bodiesPage, viewBody } from "./bodies.ts";
import type { BodyRequest } from "./bodies.ts";

export const bodiesUses = {
  list: bodiesPage,
  open: openBodyItemsFor,
  get: viewBody,
  find: useOfBodyAct("find-body"),
  propose: useOfBodyAct("propose-reform"),
  deliberate: useOfBodyAct("deliberate-reform"),
  decide: useOfBodyAct("decide-reform"),
  decline: useOfBodyAct("decline-reform"),
  complete: useOfBodyAct("complete-follow-up"),
} satisfies UsesOf<typeof bodies>;

function useOfBodyAct(act: BodyActId): Use<Omit<BodyRequest, "act">, BodyReceipt> {
  return (app, actor, asked, { address }) => performOnBody(app, actor, { act, ...asked }, { address });
}
