// Who signs a reply letter: each inner office once, by hands that neither drafted nor signed it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefused, law, people } from "../../../test/casework/played.ts";
import { refusalsOfSigningLetter } from "./reply-letters.ts";
import type { LetterFacts, SigningOffice } from "./reply-letters.ts";

const drafted: LetterFacts = { drafted: ["officer"], signatures: [], issued: false, ended: null };

function check(letter: LetterFacts, office: SigningOffice, who: keyof typeof people, code: string | null): void {
  const refusals = refusalsOfSigningLetter({ law, actor: people[who], today: "2026-06-01" }, letter, office);
  if (code === null) assert.deepEqual(refusals, []);
  else isRefused(refusals, code);
}

test("an office signs once, by its own people, and not by whoever drafted", () => {
  check(drafted, "supervision", "colleague", null);
  check(drafted, "supervision", "officer", "four-eyes");
  check(drafted, "review", "colleague", "not-your-office");
  const signed = { ...drafted, signatures: [{ office: "review" as const, agreed: true, signed: ["reviewer"] }] };
  check(signed, "review", "reviewer", "signed-already");
  check({ ...drafted, issued: true }, "supervision", "colleague", "signed-already");
});
