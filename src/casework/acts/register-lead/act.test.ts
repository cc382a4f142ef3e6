// A lead is registered on the day it came or later.
import { test } from "node:test";
import { refusedBy } from "../../../../test/casework/played.ts";

test("no lead came in tomorrow", () => {
  refusedBy(
    [["officer", "register-lead", { source: "petition", receivedOn: "2026-11-24", summary: "x", concerned: [] }]],
    "date-in-the-future",
  );
});
