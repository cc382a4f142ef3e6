// Who may do what with a reply letter, by its state: drafted, countersigned by two inner offices, issued, ended. Four eyes throughout.
import type { Sentence } from "#law/text/citation.ts";
import { notYourOffice, signedAlready } from "./words.ts";
import type { Refusal } from "#law/refusal.ts";
import { refusal } from "#casework/act.ts";
import { refusalsOfSecondStep } from "#casework/four-eyes.ts";
import type { Asker } from "#casework/decide.ts";
import type { Role } from "#casework/roles.ts";
import type { RefusalCode } from "#casework/refusal-codes.ts";

export const signingOffices = ["supervision", "review"] as const;
export type SigningOffice = (typeof signingOffices)[number];

/** The role that signs for each office: supervision of cases, and review. */
export const rolesOfSigning: Readonly<Record<SigningOffice, Role>> = {
  supervision: "discipline-officer",
  review: "reviewer",
};

/** The ways in which a letter ends: 撤下, 作废, 撤回. */
export const letterEnds = ["withdrawn", "void", "revoked"] as const;
export const letterStates = ["drafted", "sent-back", "countersigned", "issued", ...letterEnds] as const;
export type LetterState = (typeof letterStates)[number];

export type LetterFacts = {
  /** The accounts by which it was drafted, and those by which each office signed. */
  drafted: readonly string[];
  signatures: readonly { office: SigningOffice; agreed: boolean; signed: readonly string[] }[];
  issued: boolean;
  ended: (typeof letterEnds)[number] | null;
};

export function stateOfLetter({
  signatures,
  issued,
  ended,
}: Pick<LetterFacts, "issued" | "ended"> & {
  signatures: readonly { office: SigningOffice; agreed: boolean }[];
}): LetterState {
  if (ended !== null) return ended;
  if (issued) return "issued";
  if (signatures.some(({ agreed }) => !agreed)) return "sent-back";
  return signingOffices.every((office) => signatures.some((one) => one.office === office))
    ? "countersigned"
    : "drafted";
}

/** Refusals of an actor who would sign for the office; empty when they may. */
export function refusalsOfSigningLetter(standing: Asker, letter: LetterFacts, office: SigningOffice): Refusal[] {
  const { actor } = standing;
  const refuse = (code: RefusalCode, message: Sentence) => [refusal(standing, code, message, null, "letterId")];
  if (stateOfLetter(letter) !== "drafted" || letter.signatures.some((one) => one.office === office))
    return refuse("signed-already", signedAlready);
  if (!actor.roles.includes(rolesOfSigning[office])) return refuse("not-your-office", notYourOffice);
  const roles = [rolesOfSigning[office]];
  return refusalsOfSecondStep("sign-letter", { actor, roles, first: handsBeforeSigning(letter) }, "letterId");
}

/** The accounts by which the letter was drafted and signed so far: the next signature is by none of them. */
export function handsBeforeSigning({ drafted, signatures }: LetterFacts): string[] {
  return [...drafted, ...signatures.flatMap(({ signed }) => signed)];
}
