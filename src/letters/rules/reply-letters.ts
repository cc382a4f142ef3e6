// Who may do what with a reply letter, by its state: drafted, countersigned by two inner offices, issued, ended. Four eyes throughout.
import type { Refusal } from "#law/refusal.ts";
import { refusal } from "#casework/act.ts";
import type { Standing } from "#casework/decide.ts";
import type { Role } from "#casework/roles.ts";
import type { RefusalCode } from "#casework/refusal-codes.ts";

export const signingOffices = ["supervision", "review"] as const;
export type SigningOffice = (typeof signingOffices)[number];

/** Whose office signs: the one that oversees cases, and the one that reviews them. */
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

/** Why this actor cannot sign for the office; empty when they can. */
export function refusalsOfSigningLetter(standing: Standing, letter: LetterFacts, office: SigningOffice): Refusal[] {
  const { actor } = standing;
  const refuse = (code: RefusalCode, zh: string, en: string) => [refusal(standing, code, { zh, en }, null, "letterId")];
  if (stateOfLetter(letter) !== "drafted" || letter.signatures.some((one) => one.office === office))
    return refuse(
      "signed-already",
      "该处室已会签，或者回复函已不在会签环节",
      "This office has signed, or it no longer awaits signatures",
    );
  if (!actor.roles.includes(rolesOfSigning[office]))
    return refuse("not-your-office", "您不是该会签处室的人员", "You do not work in this office");
  if (letter.draftedBy === actor.accountId || letter.signatures.some(({ signedBy }) => signedBy === actor.accountId))
    return refuse(
      "four-eyes",
      "您拟制或者已会签了该回复函，须由他人会签",
      "You drafted or signed this letter; somebody else must sign",
    );
  return [];
}
