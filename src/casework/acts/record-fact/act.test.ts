// What a fact may not say: another's subject, a kind of evidence or a result that no text knows, what another case looks into already.
import { test } from "node:test";
import { before, caseAfter, changedStep, file, refusedBy, registry } from "../../../../test/casework/played.ts";

const asked = before("record-fact");
const fact = (changes: object) => [...asked, changedStep("record-fact", changes)];

test("a fact concerns a subject of this case, on evidence of a known kind, with results that the text names", () => {
  refusedBy(fact({ subjectIds: ["e9"] }), "no-such-subject");
  refusedBy(fact({ evidence: [{ ...file, kind: "hearsay" }] }), "no-such-evidence-kind");
  refusedBy(fact({ results: ["bad-mood"] }), "no-such-result");
});

test("“对同一问题不得重复启动”: the same words, or the same file on the same days, are one matter; other days are not", () => {
  const elsewhere = (text: string, from: string, to: string) => ({
    registry: {
      ...registry,
      otherCases: [
        {
          subject: { kind: "person", registryId: "zone" } as const,
          number: null,
          open: false,
          facts: [{ text, from, to, files: [file.sha256] }],
        },
      ],
    },
  });
  refusedBy(fact({}), "no-second-case", elsewhere("对辖区渣土车问题，长期不处置。", "2020-01-01", "2020-01-02"));
  refusedBy(fact({}), "no-second-case", elsewhere("另一说法", "2024-11-30", "2024-12-31"));
  caseAfter(fact({}), elsewhere("另一说法", "2024-12-01", "2024-12-31"));
});

test("a fact needs evidence that is really in the store, and ends when it began or later", () => {
  const evidence = { ...file, kind: "documentary" };
  refusedBy(fact({ evidence: [{ ...evidence, sha256: "b".repeat(64) }] }), "no-such-file");
  refusedBy(fact({ from: "2025-01-02", to: "2025-01-01" }), "ends-before-start");
});
