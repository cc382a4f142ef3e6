// Who may do what with a reply letter, by its state: drafted, countersigned by two inner offices, issued, ended. Four eyes throughout.
import type { Sentence } from "#law/text/citation.ts";
import { draftedOrSigned, notYourOffice, signedAlready } from "./words.ts";
import type { Refusal } from "#law/refusal.ts";
import { refusal } from "#casework/act.ts";
import type { Asker } from "#casework/decide.ts";
import type { Role } from "#casework/roles.ts";
import type { RefusalCode } from "#casework/refusal-codes.ts";

export const signingOffices = ["supervision", "review"] as const;
export type SigningOffice = (typeof signingOffices)[number];

/** The role that signs for each office: supervision of cases, and review. */
const rolesOfSigning: Readonly<Record<SigningOffice, Role>> = {
  supervision: "discipline-officer",
  review: "reviewer",
};

export type LetterState = "drafted" | "sent-back" | "countersigned" | "issued" | "withdrawn" | "void" | "revoked";

export type LetterFacts = {
  draftedBy: string;
  signatures: readonly { office: SigningOffice; agreed: boolean; signedBy: string }[];
  issued: boolean;
  ended: "withdrawn" | "void" | "revoked" | null;
};

export function stateOfLetter({ signatures, issued, ended }: LetterFacts): LetterState {
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
  if (letter.draftedBy === actor.accountId || letter.signatures.some(({ signedBy }) => signedBy === actor.accountId))
    return refuse("four-eyes", draftedOrSigned);
  return [];
}
