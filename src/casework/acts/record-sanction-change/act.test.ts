// What becomes of a sanction later: rights restored, a probation extended, one period set for several, a sanction revoked.
import assert from "node:assert/strict";
import { test } from "node:test";
import { formatDay, parseDay } from "#law/reckon/days.ts";
import type { SanctionRecord } from "#law/reckon/records.ts";
import { before, caseAfter, law, refusedBy, registry } from "../../../../test/casework/played.ts";
import type { Step } from "../../../../test/casework/played.ts";
import { recordsOf } from "../../records.ts";

const sanctioned = (sanction: string, months: number | null, more: object = {}): Step => [
  "officer",
  "record-discipline",
  {
    subjectId: "e3",
    sanction,
    decided: "2024-02-26",
    effective: "2024-02-29",
    months,
    authority: "纪检监察工委",
    documentNumber: "云纪〔2024〕2号",
    ...more,
  },
];
const asked = before("record-fact");
/** The place in the history of the sanction that the first step after `asked` records. */
const first = asked.length + 1;
const change = (of: number, what: object, who: Step[0] = "reviewer"): Step => [
  who,
  "record-sanction-change",
  { subjectId: "e3", sanction: of, change: what, authority: "市纪委", documentNumber: "市纪〔2025〕1号" },
];

function recordAfter(...steps: Step[]): SanctionRecord {
  const [records] = recordsOf(law, caseAfter([...asked, ...steps]));
  const [record] = records?.sanctions ?? [];
  return record ?? assert.fail("no sanction is on record");
}

const iso = (day: number | null | undefined) => (day === null || day === undefined ? null : formatDay(day));

test("decision, effect and the level of the day are recorded as the paper has them; without a level the subject's counts", () => {
  const record = recordAfter(sanctioned("party-probation", 12, { level: "乡科级副职" }));
  assert.deepEqual(
    [iso(record.decided), iso(record.effective), record.level],
    ["2024-02-26", "2024-02-29", "乡科级副职"],
  );
  assert.equal(recordAfter(sanctioned("party-probation", 12)).level, "乡科级正职");
});

test("“恢复党员权利”: from the day after the probation on, which after 29 February is 1 March, and a day earlier is refused", () => {
  const probation = sanctioned("party-probation", 12);
  assert.equal(
    iso(recordAfter(probation, change(first, { kind: "restored", on: "2025-03-01" })).restored),
    "2025-03-01",
  );
  refusedBy([...asked, probation, change(first, { kind: "restored", on: "2025-02-28" })], "restored-early");
});

test("an extended probation is restored so much later, and the last entry of a kind stands", () => {
  const probation = sanctioned("party-probation", 12);
  const extended = change(first, { kind: "extended", months: 12 });
  const restored = (on: string) => change(first, { kind: "restored", on });
  refusedBy([...asked, probation, extended, restored("2025-03-01")], "restored-early");
  const record = recordAfter(probation, extended, restored("2026-03-02"), restored("2026-03-01"));
  assert.deepEqual([record.extended, iso(record.restored)], [12, "2026-03-01"]);
  refusedBy([...asked, probation, restored("2025-03-01"), extended], "restored-early");
});

test("only a probation is extended or restored", () => {
  const warning = sanctioned("party-warning", null);
  refusedBy([...asked, warning, change(first, { kind: "restored", on: "2025-03-01" })], "no-probation");
  refusedBy([...asked, warning, change(first, { kind: "extended", months: 6 })], "no-probation");
});

test("a sanction is revoked from a day on, not before it took effect", () => {
  const warning = sanctioned("party-warning", null);
  assert.equal(iso(recordAfter(warning, change(first, { kind: "revoked", on: "2024-09-01" })).revoked), "2024-09-01");
  refusedBy([...asked, warning, change(first, { kind: "revoked", on: "2024-02-28" })], "out-of-order");
  refusedBy([...asked, warning, change(first, { kind: "revoked", on: "2027-01-01" })], "date-in-the-future");
});

test("one period is set for several equal sanctions of one day: between a single one and the sum", () => {
  const demerit = sanctioned("government-demerit", null);
  const effective = parseDay("2024-02-29") ?? assert.fail();
  const one: SanctionRecord = { kind: "government-demerit", effective, months: null, restored: null };
  const known = (sanctions: SanctionRecord[]) => ({
    registry: {
      ...registry,
      records: {
        zone: {
          partyMember: true,
          levels: { registered: null, held: [] },
          measures: [],
          sanctions,
          consents: [],
          openMatters: 0,
          history: { since: null, fileUnseen: false },
        },
      },
    },
  });
  const set = (months: number) => [...asked, demerit, change(first, { kind: "period-set", months })];
  refusedBy(set(24), "not-several-equal", known([one]));
  refusedBy(set(24), "not-several-equal", known([one, { ...one, revoked: effective + 10 }]));
  refusedBy(set(11), "period-out-of-bounds", known([one, one]));
  refusedBy(set(25), "period-out-of-bounds", known([one, one]));
  const [records] = recordsOf(law, caseAfter(set(24), known([one, one])));
  assert.equal(records?.sanctions[0]?.months, 24);
});

test("who recorded the sanction does not record what became of it, and nobody names one that is not there", () => {
  const steps = [...asked, sanctioned("party-warning", null)];
  refusedBy([...steps, change(first, { kind: "revoked", on: "2024-09-01" }, "officer")], "four-eyes");
  refusedBy([...steps, change(first - 1, { kind: "revoked", on: "2024-09-01" })], "no-such-sanction");
});
