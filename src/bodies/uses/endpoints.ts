// The use behind each endpoint of leading bodies.
import { openBodyItemsFor } from "#notifications/uses/supervision.ts";
import type { Use, UsesOf } from "#kernel/use-of.ts";
import type { bodies, BodyReceipt } from "../contract.ts";
import type { BodyActId } from "../rules/body-names.ts";
import { actOnBody, bodiesPage, viewBody } from "./bodies.ts";
import type { BodyRequest } from "./bodies.ts";

export const bodiesUses = {
  list: bodiesPage,
  open: openBodyItemsFor,
  get: viewBody,
  find: acting("find-body"),
  propose: acting("propose-reform"),
  deliberate: acting("deliberate-reform"),
  decide: acting("decide-reform"),
  decline: acting("decline-reform"),
  complete: acting("complete-follow-up"),
} satisfies UsesOf<typeof bodies>;

function acting(act: BodyActId): Use<Omit<BodyRequest, "act">, BodyReceipt> {
  return (app, actor, asked, { address }) => actOnBody(app, actor, { act, ...asked }, { address });
}
