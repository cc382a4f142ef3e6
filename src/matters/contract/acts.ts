// One endpoint for each act: who may call it is the duties table, so the two cannot drift.
import { z } from "zod";
import { acts as casework } from "#casework/acts.ts";
import type { ActId } from "#casework/act-names.ts";
import { duties } from "#casework/duties.ts";
import { endpoint } from "#kernel/contract/meta.ts";

/** What every act answers with: where it stands now. */
export const receipt = z.object({ matterId: z.string(), number: z.string(), version: z.int(), stage: z.string() });

function actEndpoint<Id extends ActId>(id: Id, input: (typeof casework)[Id]["input"]) {
  return endpoint
    .route({ method: "POST", path: `/acts/${id}` })
    .meta({ access: duties[id].roles, logged: "act" })
    .input(
      z.strictObject({
        /** null only for the acts that begin a matter. */
        matterId: z.string().min(1).max(64).nullable(),
        /** The version the person saw; null only with a null matterId. */
        version: z.int().positive().nullable(),
        /** The same key twice has one effect and the same answer. */
        key: z.uuid(),
        input,
      }),
    )
    .output(receipt);
}

export const acts = {
  "register-lead": actEndpoint("register-lead", casework["register-lead"].input),
  "return-lead": actEndpoint("return-lead", casework["return-lead"].input),
  "supplement-lead": actEndpoint("supplement-lead", casework["supplement-lead"].input),
  "dispose-lead": actEndpoint("dispose-lead", casework["dispose-lead"].input),
  "record-lead-result": actEndpoint("record-lead-result", casework["record-lead-result"].input),
  "transfer-lead": actEndpoint("transfer-lead", casework["transfer-lead"].input),
  "record-transfer-receipt": actEndpoint("record-transfer-receipt", casework["record-transfer-receipt"].input),
  "request-opening": actEndpoint("request-opening", casework["request-opening"].input),
  "decide-opening": actEndpoint("decide-opening", casework["decide-opening"].input),
  "join-lead": actEndpoint("join-lead", casework["join-lead"].input),
  "change-inquiry-group": actEndpoint("change-inquiry-group", casework["change-inquiry-group"].input),
  "take-over": actEndpoint("take-over", casework["take-over"].input),
  "add-subject": actEndpoint("add-subject", casework["add-subject"].input),
  "name-witness": actEndpoint("name-witness", casework["name-witness"].input),
  "record-fact": actEndpoint("record-fact", casework["record-fact"].input),
  "establish-limb": actEndpoint("establish-limb", casework["establish-limb"].input),
  "approve-limb": actEndpoint("approve-limb", casework["approve-limb"].input),
  "find-responsibility": actEndpoint("find-responsibility", casework["find-responsibility"].input),
  "put-facts": actEndpoint("put-facts", casework["put-facts"].input),
  "record-statement": actEndpoint("record-statement", casework["record-statement"].input),
  propose: actEndpoint("propose", casework.propose.input),
  "record-deliberation": actEndpoint("record-deliberation", casework["record-deliberation"].input),
  decide: actEndpoint("decide", casework.decide.input),
  "propose-upward": actEndpoint("propose-upward", casework["propose-upward"].input),
  "record-answer": actEndpoint("record-answer", casework["record-answer"].input),
  serve: actEndpoint("serve", casework.serve.input),
  "record-failed-service": actEndpoint("record-failed-service", casework["record-failed-service"].input),
  "take-effect": actEndpoint("take-effect", casework["take-effect"].input),
  "record-formalities": actEndpoint("record-formalities", casework["record-formalities"].input),
  "record-circulation": actEndpoint("record-circulation", casework["record-circulation"].input),
  "record-receipt": actEndpoint("record-receipt", casework["record-receipt"].input),
  "complete-items": actEndpoint("complete-items", casework["complete-items"].input),
  "assign-items": actEndpoint("assign-items", casework["assign-items"].input),
  "request-waiver": actEndpoint("request-waiver", casework["request-waiver"].input),
  "decide-waiver": actEndpoint("decide-waiver", casework["decide-waiver"].input),
  "record-arrangement": actEndpoint("record-arrangement", casework["record-arrangement"].input),
  "record-discipline": actEndpoint("record-discipline", casework["record-discipline"].input),
  "record-sanction-change": actEndpoint("record-sanction-change", casework["record-sanction-change"].input),
  "request-reuse": actEndpoint("request-reuse", casework["request-reuse"].input),
  "record-consent": actEndpoint("record-consent", casework["record-consent"].input),
  "decide-reuse": actEndpoint("decide-reuse", casework["decide-reuse"].input),
  "record-appeal": actEndpoint("record-appeal", casework["record-appeal"].input),
  "examine-appeal": actEndpoint("examine-appeal", casework["examine-appeal"].input),
  "change-decision": actEndpoint("change-decision", casework["change-decision"].input),
  "enter-paper-case": actEndpoint("enter-paper-case", casework["enter-paper-case"].input),
  "confirm-paper-case": actEndpoint("confirm-paper-case", casework["confirm-paper-case"].input),
  "end-without-accountability": actEndpoint("end-without-accountability", casework["end-without-accountability"].input),
  "declare-recusal": actEndpoint("declare-recusal", casework["declare-recusal"].input),
  close: actEndpoint("close", casework.close.input),
} as const satisfies Record<ActId, unknown>;
