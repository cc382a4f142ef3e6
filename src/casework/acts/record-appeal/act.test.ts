// Review and appeal of civil servants are for persons.
import { test } from "node:test";
import { deliberated, outcome, play, refusedBy } from "../../../../test/casework/played.ts";
import type { Step } from "../../../../test/casework/played.ts";

test("an organization neither asks for review nor appeals as a civil servant; the appeal against accountability is open to it", () => {
  const bureau = deliberated(["bureau"], ["circulated-criticism"]).map((step): Step => {
    if (step[1] === "add-subject") return [step[0], step[1], { kind: "organization", registryId: "bureau" }];
    // Parsed again from its own text, a step is a step.
    return JSON.parse(JSON.stringify(step).replaceAll('"graver"', '"lighter"')) as Step;
  });
  const decided: Step = [
    "secretary",
    "decide",
    {
      documentNumber: "云党发〔2025〕9号",
      on: "2025-06-16",
      body: "working-committee",
      outcomes: [{ ...outcome("e3", ["circulated-criticism"]), gravity: "lighter" }],
    },
  ];
  const appeal = (way: string): Step => [
    "clerk",
    "record-appeal",
    { subjectId: "e3", on: "2025-07-01", ground: "处理过重", way },
  ];
  refusedBy([...bureau, decided, appeal("review")], "not-a-civil-servant");
  const told = play([...bureau, decided, appeal("accountability-appeal")]);
  if (told.refusals.length > 0) throw new Error(JSON.stringify(told.refusals));
});
