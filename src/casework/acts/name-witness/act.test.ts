// A witness is somebody of the registry who is no subject of the case, once.
import { test } from "node:test";
import { before, caseAfter, refusedBy } from "../../../../test/casework/played.ts";
import type { Step } from "../../../../test/casework/played.ts";

const named = (personId: string): Step => [
  "officer",
  "name-witness",
  { personId, on: "2025-05-20", about: "会议经过" },
];
const asked = before("record-fact");

test("nobody unknown, no subject, and nobody twice is named a witness", () => {
  refusedBy([...asked, named("nobody")], "no-such-person");
  refusedBy([...asked, named("zone")], "subject-as-witness");
  refusedBy([...asked, named("city"), named("city")], "witness-twice");
  caseAfter([...asked, named("city")]);
});
