// The tier of responsibility is one of the text, and rests on facts of that subject.
import { test } from "node:test";
import { responsibilityTiersOf } from "#law/procedure/responsibility.ts";
import { before, law, refusedBy } from "../../../../test/casework/played.ts";
import type { Step } from "../../../../test/casework/played.ts";

const found = (changes: object): Step => [
  "officer",
  "find-responsibility",
  { subjectId: "e3", tier: tier(), reasons: "分管负责", ...changes },
];

test("a tier that the text does not name, and a subject without any fact, are refused", () => {
  refusedBy([...before("establish-circumstance"), found({ tier: "a-little" })], "no-such-tier");
  refusedBy([...before("establish-circumstance"), found({ subjectId: "e9" })], "no-such-subject");
  refusedBy([...before("record-fact"), found({ tier: tier() })], "no-fact-yet");
});

function tier(): string {
  const [first] = responsibilityTiersOf(law, "2026-06-01");
  if (first === undefined) throw new Error("no text names tiers");
  return first.id;
}
