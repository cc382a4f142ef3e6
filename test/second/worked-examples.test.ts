// The worked examples of the readings, asked of both implementations: on both sides of each edge.

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { answerLine } from "#law/bulk/facts.ts";
import { answerSecond } from "./answer.ts";
import type { FactLine, Outcome, Question } from "./facts.ts";

const law = await loadLaw();
const transfer: Partial<FactLine> = { measures: [{ kind: "调离岗位", effective: "2019-05-10" }] };
const removal: Partial<FactLine> = {
  measures: [{ kind: "免职", effective: "2019-05-10", originalLevel: "乡科级正职" }],
};
const late: Partial<FactLine> = {
  measures: [{ kind: "调离岗位", decided: "2019-12-31", effective: "2020-01-02" }],
};

/** `layer`: that the answer of this layer is meant; otherwise of both together. */
function check(
  name: string,
  records: Partial<FactLine>,
  question: Question,
  expected: Partial<Outcome>,
  layer?: "regulation" | "upper",
): void {
  test(name, () => {
    const facts: FactLine = {
      format: 2,
      id: "1",
      person: { level: "乡科级正职" },
      measures: [],
      sanctions: [],
      consents: [],
      openMatters: 0,
      ...records,
      question,
    };
    for (const line of [answerSecond(facts), answerLine(law, facts)]) {
      const outcome = line as Outcome; // a good line
      const answer: Partial<Outcome> = layer === undefined ? outcome : outcome.layers[layer];
      for (const [field, value] of Object.entries(expected)) {
        assert.deepEqual(answer[field as keyof Outcome], value, JSON.stringify(line));
      }
    }
  });
}

const promotion = (date: string): Question => ({ purpose: "提拔", date, toLevel: "县处级副职" });
const samePost = (date: string): Question => ({ purpose: "任相当领导职务", date, toLevel: "乡科级正职" });

check("1a", transfer, promotion("2020-05-09"), { answer: "barred", until: "2020-05-09" });
check("1b", transfer, promotion("2020-05-10"), { answer: "needs-confirmation", until: null });
check("1c", transfer, promotion("2020-05-11"), { answer: "needs-consent", until: null });
check("2a", transfer, { purpose: "年度考核评优", year: 2019 }, { answer: "barred", until: "2019-12-31" });
check("2b", transfer, { purpose: "年度考核评优", year: 2020 }, { answer: "clear", until: null });
for (const layer of ["regulation", "upper"] as const) {
  check(`3 ${layer}`, removal, samePost("2020-05-09"), { answer: "barred", until: "2020-05-09" }, layer);
}
check("4", { ...removal, consents: [{ on: "2020-07-20" }] }, samePost("2020-08-01"), { answer: "clear" });
check("5", removal, promotion("2020-08-01"), { answer: "barred", until: "2021-05-09" });
const lowerPost: Question = { purpose: "任相当领导职务", date: "2019-08-10", toLevel: "乡科级副职" };
check("6a", removal, lowerPost, { answer: "clear" }, "regulation");
check("6b", removal, lowerPost, { answer: "barred" }, "upper");
check("6c", removal, lowerPost, { answer: "barred", until: "2020-05-09" });
check(
  "7",
  {
    measures: [{ kind: "降职", effective: "2020-02-29", originalLevel: "乡科级正职", reducedLevel: "乡科级副职" }],
  },
  promotion("2021-02-28"),
  { answer: "barred", until: "2022-02-28" },
);
const withWarning: Partial<FactLine> = {
  ...transfer,
  sanctions: [{ kind: "党内严重警告", effective: "2019-05-10" }],
};
check("8", withWarning, promotion("2020-01-10"), { answer: "barred", until: "2020-11-09" }, "regulation");
const withRemoval: Partial<FactLine> = {
  ...removal,
  sanctions: [{ kind: "撤销党内职务", effective: "2019-08-01" }],
};
check("9a", withRemoval, samePost("2020-06-01"), { answer: "barred", until: "2021-07-31" });
check("9b", withRemoval, promotion("2021-07-31"), { answer: "barred", until: "2021-07-31" });
check("10a", late, { purpose: "年度考核评优", year: 2019 }, { answer: "clear" });
check("10b", late, { purpose: "年度考核评优", year: 2020 }, { answer: "barred" });
const admonition: Partial<FactLine> = { measures: [{ kind: "诫勉", effective: "2019-11-20" }] };
check("11a", admonition, promotion("2020-05-01"), { answer: "clear" }, "regulation");
check("11b", admonition, promotion("2020-05-01"), { answer: "barred", until: "2020-05-19" });
check("15", { ...removal, consents: [{ on: "2020-08-01" }] }, samePost("2020-08-01"), { answer: "needs-consent" });
