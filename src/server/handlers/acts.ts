// One handler for each act, all of them the same: perform it, and answer with where the matter stands.
import { perform } from "#matters/uses/perform.ts";
import type { ActRequest } from "#matters/uses/perform.ts";
import type { ActId } from "#casework/act-names.ts";
import { signedInOf } from "../context.ts";
import type { Context } from "../context.ts";
import { receiptOf } from "../refuse.ts";
import { endpoints } from "./implementer.ts";

const { acts: table } = endpoints;

export const acts = {
  "register-lead": table["register-lead"].handler(doing("register-lead")),
  "return-lead": table["return-lead"].handler(doing("return-lead")),
  "supplement-lead": table["supplement-lead"].handler(doing("supplement-lead")),
  "dispose-lead": table["dispose-lead"].handler(doing("dispose-lead")),
  "record-lead-result": table["record-lead-result"].handler(doing("record-lead-result")),
  "transfer-lead": table["transfer-lead"].handler(doing("transfer-lead")),
  "record-transfer-receipt": table["record-transfer-receipt"].handler(doing("record-transfer-receipt")),
  "request-opening": table["request-opening"].handler(doing("request-opening")),
  "decide-opening": table["decide-opening"].handler(doing("decide-opening")),
  "join-lead": table["join-lead"].handler(doing("join-lead")),
  "change-inquiry-group": table["change-inquiry-group"].handler(doing("change-inquiry-group")),
  "take-over": table["take-over"].handler(doing("take-over")),
  "add-subject": table["add-subject"].handler(doing("add-subject")),
  "name-witness": table["name-witness"].handler(doing("name-witness")),
  "record-fact": table["record-fact"].handler(doing("record-fact")),
  "establish-limb": table["establish-limb"].handler(doing("establish-limb")),
  "approve-limb": table["approve-limb"].handler(doing("approve-limb")),
  "find-responsibility": table["find-responsibility"].handler(doing("find-responsibility")),
  "put-facts": table["put-facts"].handler(doing("put-facts")),
  "record-statement": table["record-statement"].handler(doing("record-statement")),
  propose: table.propose.handler(doing("propose")),
  "record-deliberation": table["record-deliberation"].handler(doing("record-deliberation")),
  decide: table.decide.handler(doing("decide")),
  "propose-upward": table["propose-upward"].handler(doing("propose-upward")),
  "record-answer": table["record-answer"].handler(doing("record-answer")),
  serve: table.serve.handler(doing("serve")),
  "record-failed-service": table["record-failed-service"].handler(doing("record-failed-service")),
  "take-effect": table["take-effect"].handler(doing("take-effect")),
  "record-formalities": table["record-formalities"].handler(doing("record-formalities")),
  "record-circulation": table["record-circulation"].handler(doing("record-circulation")),
  "record-receipt": table["record-receipt"].handler(doing("record-receipt")),
  "complete-items": table["complete-items"].handler(doing("complete-items")),
  "assign-items": table["assign-items"].handler(doing("assign-items")),
  "request-waiver": table["request-waiver"].handler(doing("request-waiver")),
  "decide-waiver": table["decide-waiver"].handler(doing("decide-waiver")),
  "record-arrangement": table["record-arrangement"].handler(doing("record-arrangement")),
  "record-discipline": table["record-discipline"].handler(doing("record-discipline")),
  "record-sanction-change": table["record-sanction-change"].handler(doing("record-sanction-change")),
  "request-reuse": table["request-reuse"].handler(doing("request-reuse")),
  "record-consent": table["record-consent"].handler(doing("record-consent")),
  "decide-reuse": table["decide-reuse"].handler(doing("decide-reuse")),
  "record-appeal": table["record-appeal"].handler(doing("record-appeal")),
  "examine-appeal": table["examine-appeal"].handler(doing("examine-appeal")),
  "change-decision": table["change-decision"].handler(doing("change-decision")),
  "enter-paper-case": table["enter-paper-case"].handler(doing("enter-paper-case")),
  "confirm-paper-case": table["confirm-paper-case"].handler(doing("confirm-paper-case")),
  "end-without-accountability": table["end-without-accountability"].handler(doing("end-without-accountability")),
  "declare-recusal": table["declare-recusal"].handler(doing("declare-recusal")),
  close: table.close.handler(doing("close")),
};

function doing(act: ActId) {
  return async ({ input, context }: { input: Omit<ActRequest, "act">; context: Context }) =>
    receiptOf(
      await perform(context.app, signedInOf(context).actor, { act, ...input }, { note: { address: context.address } }),
    );
}
