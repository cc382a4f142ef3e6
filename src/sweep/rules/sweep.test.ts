// What was registered, asked afterwards: every edge of a bar on both sides, by day, by year, by nature of the appointment.
import assert from "node:assert/strict";
import { test } from "node:test";
import { effective, law, play } from "../../../test/casework/played.ts";
import { formatDay, parseDay } from "#law/reckon/days.ts";
import type { MeasureRecord } from "#law/reckon/consequences.ts";
import { recordedSince } from "./recorded-since.ts";
import { recordsOf } from "#casework/records.ts";
import { refusalsOfDisposition } from "./sweep-disposition.ts";
import { dayOfAct, findingOf } from "./sweep.ts";
import type { RegisteredEntry } from "./sweep.ts";

const day = (iso: string): number => parseDay(iso) ?? assert.fail(iso);
const taken = (kind: string, effectiveOn: string, more: Partial<MeasureRecord> = {}): MeasureRecord => ({
  kind,
  decided: day(effectiveOn),
  effective: day(effectiveOn),
  handling: "handling",
  originalLevel: "乡科级正职",
  presentLevel: "乡科级正职",
  reducedLevel: kind === "demotion" ? "乡科级副职" : null,
  ground: "accountability",
  ...more,
});
const appointed = (appointment: string | null, on: string, more: object = {}): RegisteredEntry => ({
  kind: "appointment",
  appointment,
  leadingPost: true,
  level: "县处级副职",
  days: on.split(" ").map(day),
  ...more,
});

/** "answer day-or-year last-barred-day", or "none". */
function check(measure: MeasureRecord, entry: RegisteredEntry, expected: string, consents: string[] = []): void {
  const person = { partyMember: true, level: "乡科级正职" };
  const found = findingOf(
    law,
    () => ({
      person,
      measures: [measure],
      sanctions: [],
      consents: consents.map((on) => ({ on: day(on), toLevel: null })),
      openMatters: 0,
    }),
    entry,
  );
  const told =
    found === null
      ? "none"
      : [
          found.answer,
          found.on === null ? found.year : formatDay(found.on),
          found.until === null ? "" : formatDay(found.until),
        ]
          .join(" ")
          .trim();
  assert.equal(told, expected);
}

const transfer = taken("transfer", "2025-03-01");
const removal = taken("removal", "2024-06-10");

test("受到调离岗位处理的，一年内不得提拔: barred from the day of effect through the last barred day, to be confirmed on the anniversary, with consent after it", () => {
  check(transfer, appointed("promotion", "2025-02-28"), "none");
  check(transfer, appointed("promotion", "2025-03-01"), "barred 2025-03-01 2026-02-28");
  check(transfer, appointed("promotion", "2026-02-28"), "barred 2026-02-28 2026-02-28");
  check(transfer, appointed("promotion", "2026-03-01"), "needs-confirmation 2026-03-01");
  check(transfer, appointed("promotion", "2026-03-02"), "needs-consent 2026-03-02");
  check(transfer, appointed("promotion", "2026-03-02"), "none", ["2026-03-01"]);
  check(transfer, appointed("promotion", "2026-03-02"), "needs-consent 2026-03-02", ["2026-03-02"]);
});

test("the day of the decision and that of the post: the strictest counts, and consent is asked about the decision alone", () => {
  check(transfer, appointed("promotion", "2025-02-20 2025-03-10"), "barred 2025-03-10 2026-02-28");
  check(transfer, appointed("promotion", "2026-02-28 2026-03-10"), "barred 2026-02-28 2026-02-28");
  check(transfer, appointed("promotion", "2025-02-20 2026-03-10"), "none");
  assert.equal(dayOfAct(appointed("promotion", "2025-02-20 2025-03-10"), null), "2025-02-20");
});

test("受到免职处理的，一年内不得重新担任与原职务相当的领导职务: whatever the appointment is called, of leading posts alone", () => {
  const same = { level: "乡科级正职" };
  for (const appointment of ["lateral", "important-use", "first", "other", null]) {
    check(removal, appointed(appointment, "2025-06-09", same), "barred 2025-06-09 2025-06-09");
    check(removal, appointed(appointment, "2025-06-09", { ...same, leadingPost: false }), "none");
    // An upper norm bars every leading post for that year.
    check(removal, appointed(appointment, "2025-06-09", { level: "乡科级副职" }), "barred 2025-06-09 2025-06-09");
    check(removal, appointed(appointment, "2024-06-09", same), "none");
  }
  check(removal, appointed("reduction", "2025-06-09", same), "none");
  check(removal, appointed("promotion", "2026-06-09"), "barred 2026-06-09 2026-06-09");
});

test("晋升职级 is a question of its own: barred while the period runs", () => {
  const rank = { leadingPost: false, level: "乡科级正职" };
  check(transfer, appointed("rank-promotion", "2025-06-01", rank), "barred 2025-06-01 2026-02-28");
  check(transfer, appointed("rank-promotion", "2025-02-28", rank), "none");
});

test("取消当年年度考核优秀和评选各类先进的资格: of the year of effect, whether it took effect on its first or its last day", () => {
  for (const effectiveOn of ["2025-01-01", "2025-12-31"]) {
    const measure = taken("transfer", effectiveOn);
    for (const [year, expected] of [
      [2024, "none"],
      [2025, "barred 2025 2025-12-31"],
      [2026, "none"],
    ] as const) {
      check(measure, { kind: "honour", year }, expected);
      check(measure, { kind: "grade", grade: "excellent", year }, expected);
      check(measure, { kind: "grade", grade: "competent", year }, "none");
    }
  }
});

test("a measure is on record since the act that brought it into effect, not since its effective day", () => {
  const { history: played, matter } = play(effective());
  assert.ok(matter?.kind === "case");
  // Each act a minute after the one before, long after the effective day.
  const history = played.map((one, index) => ({
    ...one,
    at: `2026-11-23T08:${String(index).padStart(2, "0")}:00.000Z`,
  }));
  const [records] = recordsOf(law, matter);
  const [measure] = records?.measures ?? [];
  assert.ok(records !== undefined && measure !== undefined);
  const asked = {
    type: "measure" as const,
    subjectId: records.subjectId,
    kind: measure.kind,
    effective: measure.effective,
  };
  const since = recordedSince(law, "case", history, asked);
  assert.equal(since, history.find(({ event }) => event.type === "took-effect")?.at);
  assert.equal(recordedSince(law, "case", history.slice(0, -1), asked), null);
});

test("what is done about a conflict is in writing where somebody did it, and a consent comes before the decision", () => {
  const conflict = { state: "open", answer: "needs-consent", onDay: "2026-04-01", citations: [] } as const;
  const codes = (said: object, of: object = {}) =>
    refusalsOfDisposition(
      law,
      { ...conflict, ...of },
      { way: "consented", on: "2026-03-31", documentNumber: "市组干〔2026〕8号", reasons: "漏记", ...said },
      "2026-07-31",
    ).map(({ code }) => code);
  assert.deepEqual(codes({}), []);
  assert.deepEqual(codes({ on: "2026-04-01" }), ["consent-too-late"]);
  assert.deepEqual(codes({}, { answer: "barred" }), ["consent-lifts-no-bar"]);
  assert.deepEqual(codes({ way: "corrected", on: null, documentNumber: "" }), ["document-missing", "no-such-day"]);
  assert.deepEqual(codes({ way: "no-conflict", on: null, documentNumber: "" }), []);
  assert.deepEqual(codes({ way: "revoked", on: "2026-08-01" }), ["date-in-the-future"]);
  assert.deepEqual(codes({ way: "revoked", on: "2026-02-30" }), ["no-such-day"]);
  assert.deepEqual(codes({}, { state: "fallen" }), ["not-at-this-stage"]);
});
