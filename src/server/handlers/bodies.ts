// Leading bodies: the list, one of them, and its acts, all of them alike.
import { actOnBody, bodiesPage, viewBody } from "#bodies/uses/bodies.ts";
import type { BodyReceipt, BodyRequest } from "#bodies/uses/bodies.ts";
import { openBodyItemsFor } from "#notifications/uses/supervision.ts";
import type { BodyActId } from "#bodies/rules/body-names.ts";
import { problems } from "../answers.ts";
import { signedInOf } from "../context.ts";
import type { Context } from "../context.ts";
import { foundOr404, refuse, refuseByLaw, refuseConflict } from "../refuse.ts";
import { endpoints } from "./implementer.ts";

const { bodies: table } = endpoints;

export const bodies = {
  list: table.list.handler(({ input, context }) => bodiesPage(context.app, signedInOf(context).actor, input)),
  open: table.open.handler(({ input, context }) => openBodyItemsFor(context.app, signedInOf(context).actor, input)),
  get: table.get.handler(async ({ input, context }) =>
    foundOr404(await viewBody(context.app, signedInOf(context).actor, input.organizationId)),
  ),
  find: table.find.handler(doing("find-body")),
  propose: table.propose.handler(doing("propose-reform")),
  deliberate: table.deliberate.handler(doing("deliberate-reform")),
  decide: table.decide.handler(doing("decide-reform")),
  decline: table.decline.handler(doing("decline-reform")),
  complete: table.complete.handler(doing("complete-follow-up")),
};

function doing(act: BodyActId) {
  return async ({ input, context }: { input: Omit<BodyRequest, "act">; context: Context }): Promise<BodyReceipt> => {
    const done = await actOnBody(
      context.app,
      signedInOf(context).actor,
      { act, ...input },
      { address: context.address },
    );
    switch (done.type) {
      case "done":
        return done.receipt;
      case "refused":
        return refuseByLaw(done.refusals);
      case "conflict":
        return refuseConflict("该领导班子已有新的办理记录", { version: done.version, since: done.since });
      case "not-found":
        return refuse(problems.notFound);
    }
  };
}
