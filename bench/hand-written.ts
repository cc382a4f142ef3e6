// Article 13 as a programmer would write it who knows the text by heart: the measure against which the engine is timed.
// Good code of its kind, on the same columns and with the same calendar, but for this regulation in its default readings only.

import { NO_DAY } from "#law/columns.ts";
import type { EligibilityColumns, EligibilityResults } from "#law/columns.ts";
import { anniversaryOf, lastDayOfYear, yearOf } from "#law/days.ts";

const BARRED = 0;
const CONFIRM = 1;
const CONSENT = 2;
const PENDING = 3;
const CLEAR = 4;

const ADMONITION = 3;
const TRANSFER = 4;
const BLAME_RESIGNATION = 5;
const REMOVAL = 7;
const DEMOTION = 8;
const OTHER_HANDLING = 9;

const PROMOTION = 0;
const EQUIVALENT_POST = 1;

/** 2019-04-25. */
const IN_FORCE_FROM = 18011;

/** Positions in the vocabulary's lists that this file takes for granted; the bench asserts them. */
export const assumed = {
  measures: {
    admonition: ADMONITION,
    transfer: TRANSFER,
    "blame-resignation": BLAME_RESIGNATION,
    "ordered-resignation": 6,
    removal: REMOVAL,
    demotion: DEMOTION,
    "other-handling": OTHER_HANDLING,
  },
  purposes: { promotion: PROMOTION, "equivalent-post": EQUIVALENT_POST, "annual-excellence": 2, honours: 3 },
  answers: { barred: BARRED, "needs-confirmation": CONFIRM, "needs-consent": CONSENT, pending: PENDING, clear: CLEAR },
} as const;

/** Answers all questions by the regulation alone; the upper layer knows of nothing but the open matter. */
export function answerByHand(columns: EligibilityColumns, results: EligibilityResults): void {
  const { measure, ground, adjustment, decided, effective, originalLevel, presentLevel, reducedLevel } = columns;
  const { purpose, date, toLevel, personLevel, consent, openMatters } = columns;
  for (let index = 0; index < columns.length; index += 1) {
    const given = measure[index] ?? -1;
    const asked = purpose[index] ?? 0;
    const on = date[index] ?? 0;
    let answer = CLEAR;
    let until = NO_DAY;
    if (given >= TRANSFER && given <= OTHER_HANDLING && ground[index] === 0 && adjustment[index] === 0) {
      const from = effective[index] ?? 0;
      const day = decided[index] ?? NO_DAY;
      if ((day === NO_DAY ? from : day) >= IN_FORCE_FROM) {
        if (asked > EQUIVALENT_POST) {
          // 取消当年年度考核评优和评选各类先进的资格
          if (yearOf(from) === on) {
            answer = BARRED;
            until = lastDayOfYear(on);
          }
        } else {
          const to = toLevel[index] ?? -1;
          let expired = false;
          if (given === OTHER_HANDLING) {
            // No period of its own: what expires is the year.
            expired = on > lastDayOfYear(yearOf(from));
          } else if (given === TRANSFER) {
            // 受到调离岗位处理的，一年内不得提拔
            const end = anniversaryOf(from, 12);
            const recorded = presentLevel[index] ?? -1;
            const baseline = recorded >= 0 ? recorded : (personLevel[index] ?? -1);
            expired = on > end >> 1;
            if (!expired && on >= from) {
              answer = promoted(asked, to, baseline);
              if (answer === BARRED) until = lastBarred(end);
            }
            if (answer < CLEAR && on > lastBarred(end)) {
              answer = CONFIRM;
              until = NO_DAY;
            }
          } else if (given === DEMOTION) {
            // 受到降职处理的，两年内不得提拔
            const end = anniversaryOf(from, 24);
            expired = on > end >> 1;
            if (!expired && on >= from) {
              answer = promoted(asked, to, reducedLevel[index] ?? -1);
              if (answer === BARRED) until = lastBarred(end);
            }
            if (answer < CLEAR && on > lastBarred(end)) {
              answer = CONFIRM;
              until = NO_DAY;
            }
          } else {
            // 一年内不得重新担任与原职务相当的领导职务，两年内不得提拔
            const baseline = originalLevel[index] ?? -1;
            const oneYear = anniversaryOf(from, 12);
            expired = on > oneYear >> 1;
            if (on >= from) {
              const twoYears = anniversaryOf(from, 24);
              if (on <= twoYears >> 1) {
                answer = promoted(asked, to, baseline);
                const last = lastBarred(twoYears);
                if (answer < CLEAR && on > last) answer = CONFIRM;
                if (answer === BARRED) until = last;
              }
              if (!expired) {
                let again = reinstated(to, baseline);
                const last = lastBarred(oneYear);
                if (again < CLEAR && on > last) again = CONFIRM;
                if (again < answer) answer = again;
                if (again === BARRED && last > until) until = last;
              }
            }
          }
          // 影响期满后拟重新任用的，在作出决定前，应当征得上级组织人事部门同意
          if (expired && answer === CLEAR && on >= IN_FORCE_FROM) {
            const agreed = consent[index] ?? NO_DAY;
            if (agreed < from || agreed >= on) answer = CONSENT;
          }
        }
      }
    }
    const open = (openMatters[index] ?? 0) > 0;
    if (open && answer > PENDING) answer = PENDING;
    const upper = open ? PENDING : CLEAR;
    results.regulation[index] = answer;
    results.regulationUntil[index] = until;
    results.upper[index] = upper;
    results.upperUntil[index] = NO_DAY;
    results.answer[index] = answer < upper ? answer : upper;
    results.until[index] = until;
  }
}

/** The day before an anniversary that exists; the last day of the month where it does not. */
export function lastBarred(anniversary: number): number {
  return (anniversary >> 1) - (anniversary & 1);
}

/** Above the baseline is a promotion; without a level asked, only the question of promotion is barred. */
export function promoted(purpose: number, to: number, baseline: number): number {
  if (to < 0) return purpose === PROMOTION ? BARRED : CLEAR;
  if (baseline < 0) return purpose === PROMOTION ? CONFIRM : CLEAR;
  return to < baseline ? BARRED : CLEAR;
}

/** The original level or above. */
export function reinstated(to: number, baseline: number): number {
  if (to < 0) return BARRED;
  if (baseline < 0) return CONFIRM;
  return to <= baseline ? BARRED : CLEAR;
}
