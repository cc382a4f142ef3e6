// Article 13 as a programmer would write it who knows the text by heart: the measure against which the engine is timed.
// Good code of its kind, on the same columns and with the same calendar, but for this regulation in its default readings only.

import { NO_DAY } from "#law/bulk/columns.ts";
import type { EligibilityColumns, EligibilityResults } from "#law/bulk/columns.ts";
import { anniversaryOf, lastDayOfYear, yearOf } from "#law/reckon/days.ts";

const ABSENT = NO_DAY;
const BARRED = 0;
const PENDING = 1;
const CONFIRM = 2;
const CONSENT = 3;
const CLEAR = 4;

const ADMONITION = 3;
const TRANSFER = 4;
const BLAME_RESIGNATION = 5;
const REMOVAL = 7;
const DEMOTION = 8;
const OTHER_HANDLING = 9;

const PROMOTION = 0;
const EQUIVALENT_POST = 1;
const RANK_PROMOTION = 2;
const FURTHER_USE = 3;
const ANNUAL_EXCELLENCE = 4;

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
  purposes: {
    promotion: PROMOTION,
    "equivalent-post": EQUIVALENT_POST,
    "rank-promotion": RANK_PROMOTION,
    "further-use": FURTHER_USE,
    "annual-excellence": ANNUAL_EXCELLENCE,
    honours: 5,
  },
  answers: {
    barred: BARRED,
    pending: PENDING,
    "needs-confirmation": CONFIRM,
    "needs-consent": CONSENT,
    clear: CLEAR,
  },
} as const;

/** Answers all questions about measures by the regulation alone; the upper layer knows of nothing but what the records leave open. */
export function answerByHand(columns: EligibilityColumns, results: EligibilityResults): void {
  const { measure, ground, adjustment, decided, effective, originalLevel, presentLevel, reducedLevel } = columns;
  const { purpose, date, toLevel, personLevel, consent, consentPerhaps, openMatters, incomplete } = columns;
  for (let index = 0; index < columns.length; index += 1) {
    const given = measure[index] ?? -1;
    const asked = purpose[index] ?? 0;
    const on = date[index] ?? 0;
    let answer = CLEAR;
    let until = ABSENT;
    // 晋升职级 is no question of the regulation.
    if (
      given >= TRANSFER &&
      given <= OTHER_HANDLING &&
      ground[index] === 0 &&
      adjustment[index] === 0 &&
      asked !== RANK_PROMOTION
    ) {
      const from = effective[index] ?? 0;
      const recorded = decided[index] ?? ABSENT;
      const day = recorded === ABSENT ? from : recorded;
      if (day < IN_FORCE_FROM) {
        // A measure of before carries nothing of the article.
      } else if (asked >= ANNUAL_EXCELLENCE) {
        // 取消当年年度考核评优和评选各类先进的资格
        if (yearOf(from) === on) {
          answer = BARRED;
          until = lastDayOfYear(on);
        }
      } else if (on < from) {
        if (day <= on) answer = CONFIRM;
      } else {
        const to = toLevel[index] ?? -1;
        const own = personLevel[index] ?? -1;
        // 影响期满后拟重新任用的，在作出决定前，应当征得上级组织人事部门同意: whether it is due, or only on its grey day.
        let expired = false;
        let grey = false;
        if (given === OTHER_HANDLING) {
          // No period of its own.
          expired = true;
        } else if (given === TRANSFER || given === DEMOTION) {
          // 受到调离岗位处理的，一年内不得提拔；受到降职处理的，两年内不得提拔
          const end = anniversaryOf(from, given === TRANSFER ? 12 : 24);
          const last = lastBarred(end);
          expired = on > end >> 1;
          if (!expired) {
            const present = presentLevel[index] ?? -1;
            const baseline = given === DEMOTION ? (reducedLevel[index] ?? -1) : present >= 0 ? present : own;
            answer = promoted(asked, to, baseline, own);
            grey = on > last;
            if (grey && answer < CLEAR) answer = CONFIRM;
            if (answer === BARRED) until = last;
          }
        } else {
          // 一年内不得重新担任与原职务相当的领导职务，两年内不得提拔
          const baseline = originalLevel[index] ?? -1;
          const twoYears = anniversaryOf(from, 24);
          if (on <= twoYears >> 1) {
            const last = lastBarred(twoYears);
            answer = promoted(asked, to, baseline, own);
            if (on > last && answer < CLEAR) answer = CONFIRM;
            if (answer === BARRED) until = last;
            const oneYear = anniversaryOf(from, 12);
            expired = on > oneYear >> 1;
            if (!expired) {
              const lastOfFirst = lastBarred(oneYear);
              let again = reinstated(asked, to, baseline, own);
              grey = on > lastOfFirst;
              if (grey && again < CLEAR) again = CONFIRM;
              if (again < answer) answer = again;
              if (again === BARRED && lastOfFirst > until) until = lastOfFirst;
            }
          } else expired = true;
        }
        if (answer === CLEAR && (expired || grey)) {
          if (expired && (consentPerhaps[index] ?? ABSENT) < from) answer = CONSENT;
          else if ((consent[index] ?? ABSENT) < from) answer = CONFIRM;
        }
      }
    }
    let upper = CLEAR;
    if (incomplete[index] === 1) {
      if (answer > CONFIRM) answer = CONFIRM;
      upper = CONFIRM;
    }
    if ((openMatters[index] ?? 0) > 0) {
      if (answer > PENDING) answer = PENDING;
      upper = PENDING;
    }
    results.regulation[index] = answer;
    results.regulationUntil[index] = until;
    results.upper[index] = upper;
    results.upperUntil[index] = ABSENT;
    results.answer[index] = answer < upper ? answer : upper;
    results.until[index] = until;
  }
}

/** The day before an anniversary that exists; the last day of the month where it does not. */
export function lastBarred(anniversary: number): number {
  return (anniversary >> 1) - (anniversary & 1);
}

/** What a bar of 提拔 says: above the baseline is a promotion. Asked without a level, a promotion is one step up from one's own. */
export function promoted(purpose: number, to: number, baseline: number, own: number): number {
  if (to < 0) return purpose === PROMOTION && own >= 0 && own - 1 < baseline ? BARRED : CONFIRM;
  if (baseline < 0) return CONFIRM;
  return to < baseline ? BARRED : CLEAR;
}

/** What a bar of a post says: the baseline or above. Asked without a level, a post is the equivalent one. */
export function reinstated(purpose: number, to: number, baseline: number, own: number): number {
  if (to < 0) return purpose !== PROMOTION || (own >= 0 && baseline >= 0 && own - 1 <= baseline) ? BARRED : CONFIRM;
  if (baseline < 0) return CONFIRM;
  return to <= baseline ? BARRED : CLEAR;
}
