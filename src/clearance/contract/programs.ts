// What other systems may ask with a token, as the OpenAPI document shows it: the body, and what comes back line by line.
import { shownReasons } from "#eligibility/rules/what-to-do.ts";
import { nameUnclear } from "#eligibility/rules/words.ts";
import { example, historyNotConfirmed } from "./words.ts";
import { requestInput } from "./clearance.ts";

/** One request for clearance: everything but who asks, which the token tells. */
export const programRequest = requestInput;

const [first, second, third] = example.persons;

export const programExamples = {
  request: {
    key: "7f8d3f0e-6f0b-4c1f-9a55-0d1c6a0b2e41",
    requesterDocument: example.requesterDocument,
    purpose: "promotion",
    purposeText: example.purposeText,
    date: "2026-07-31",
    year: null,
    names: [
      { ...first, idNumber: "", toLevel: example.level },
      { ...second, idNumber: "", toLevel: null },
      { ...third, idNumber: "", toLevel: null },
    ],
  },
  /** JSON Lines: the head, a line for each name in the order asked, and the end. */
  answer: [
    {
      type: "request",
      requestId: "2b1f6c5e-7d53-4f0c-8a30-9d0a86f0f6c3",
      number: example.number,
      purpose: "promotion",
      date: "2026-07-31",
      year: null,
      names: 3,
      round: 1,
      askedAt: "2026-07-31T02:00:00.000Z",
      letter: null,
    },
    {
      type: "line",
      line: 1,
      ...first,
      match: "name-and-unit",
      answer: "clear",
      until: null,
      nothingRecorded: true,
      layers: { regulation: { answer: "clear", until: null }, upper: { answer: "clear", until: null } },
      citations: [],
      reasons: [],
    },
    { type: "line", line: 2, ...second, match: "several", answer: "several", toDo: nameUnclear },
    {
      type: "line",
      line: 3,
      ...third,
      match: "name-and-unit",
      answer: "needs-confirmation",
      until: null,
      nothingRecorded: true,
      layers: {
        regulation: { answer: "needs-confirmation", until: null },
        upper: { answer: "needs-confirmation", until: null },
      },
      citations: [],
      reasons: shownReasons("needs-confirmation", [
        {
          code: "history-incomplete",
          sentence: historyNotConfirmed,
        },
      ]),
    },
    { type: "end", lines: 3, summary: { clear: 1, several: 1, "needs-confirmation": 1 }, receipt: "9b6f…" },
  ],
} as const;
