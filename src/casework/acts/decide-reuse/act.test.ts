// A decision on reuse answers a request.
import { test } from "node:test";
import { effective, refusedBy } from "../../../../test/casework/played.ts";
import type { Step } from "../../../../test/casework/played.ts";

test("where nothing was asked for nothing is decided", () => {
  const decided: Step = [
    "secretary",
    "decide-reuse",
    { reuse: 1, on: "2026-07-10", approved: true, documentNumber: "云党任〔2026〕2号", reasons: null },
  ];
  refusedBy([...effective(), decided], "no-such-request");
});
