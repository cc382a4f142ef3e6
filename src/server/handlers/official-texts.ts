// Official texts of upper norms.
import {
  checkOfficialText,
  loadOfficialText,
  officialTextsPage,
  viewOfficialText,
} from "#law-admin/uses/official-texts.ts";
import { signedInOf } from "../context.ts";
import { answerOf, foundOr404 } from "../refuse.ts";
import { endpoints } from "./implementer.ts";

export const officialTexts = {
  list: endpoints.officialTexts.list.handler(({ context }) =>
    officialTextsPage(context.app, signedInOf(context).actor),
  ),
  get: endpoints.officialTexts.get.handler(async ({ input, context }) =>
    foundOr404(await viewOfficialText(context.app, signedInOf(context).actor, input.officialTextId)),
  ),
  load: endpoints.officialTexts.load.handler(async ({ input, context }) =>
    answerOf(await loadOfficialText(context.app, signedInOf(context).actor, input)),
  ),
  check: endpoints.officialTexts.check.handler(async ({ input, context }) =>
    answerOf(await checkOfficialText(context.app, signedInOf(context).actor, input)),
  ),
};
