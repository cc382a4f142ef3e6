// Both layers as a programmer would write them who knows all the texts by heart: Article 13 with discipline at the same time,
// and beside it the upper norms. Like hand-written.ts, but for sanctions and the second layer.

import { NO_DAY } from "#law/columns.ts";
import type { EligibilityColumns, EligibilityResults } from "#law/columns.ts";
import { anniversaryOf, lastDayOfYear, yearOf } from "#law/days.ts";
import { lastBarred, promoted, reinstated } from "./hand-written.ts";

// Of this module's own, since imported constants are read from memory each time.
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

const EQUIVALENT_POST = 1;
const ANNUAL_EXCELLENCE = 2;
const IN_FORCE_FROM = 18011;

const PARTY_WARNING = 0;
const PARTY_POST_REMOVAL = 2;
const PARTY_PROBATION = 3;
const GOVERNMENT_WARNING = 5;
const GOVERNMENT_REMOVAL = 9;

/** First days in force: the rules on admonition of 2015, annual assessment (2000 stands for always), discipline of 2018, selection of 2019, government sanctions of 2020. */
const ADMONITION_FROM = 16436;
const ASSESSMENT_FROM = 10957;
const DISCIPLINE_FROM = 17805;
const SELECTION_FROM = 17956;
const SANCTIONS_FROM = 18444;

/** Influence periods in months, by the sanction's place in the vocabulary; 0 where there is none. */
const influenceMonths = Int32Array.of(12, 18, 24, 24, 0, 6, 12, 18, 24, 24, 0);

/** The upper norms that this file knows, in the packs' own names. */
export const upperNormsKnown = [
  "jiemian-2015",
  "jilv-chufen-2018",
  "jilv-chufen-2023",
  "niandu-kaohe",
  "xuanren-2019",
  "zhengwu-chufen-2020",
];

/** Answers all questions in both layers. */
export function answerBothByHand(columns: EligibilityColumns, results: EligibilityResults): void {
  const { measure, ground, adjustment, decided, effective, originalLevel, presentLevel, reducedLevel } = columns;
  const { sanction, sanctionEffective, sanctionMonths, sanctionRestored } = columns;
  const { purpose, date, toLevel, personLevel, consent, openMatters } = columns;
  for (let index = 0; index < columns.length; index += 1) {
    const given = measure[index] ?? -1;
    const asked = purpose[index] ?? 0;
    const on = date[index] ?? 0;
    const from = effective[index] ?? 0;
    const recorded = decided[index] ?? NO_DAY;
    const day = recorded === NO_DAY ? from : recorded;
    const handled =
      given >= TRANSFER &&
      given <= OTHER_HANDLING &&
      ground[index] === 0 &&
      adjustment[index] === 0 &&
      day >= IN_FORCE_FROM;
    let regulation = CLEAR;
    let regulationUntil = NO_DAY;
    let upper = CLEAR;
    let upperUntil = NO_DAY;
    if (asked > EQUIVALENT_POST) {
      if (given >= ADMONITION && given <= OTHER_HANDLING && yearOf(from) === on) {
        if (handled) {
          regulation = BARRED;
          regulationUntil = lastDayOfYear(on);
        }
        // 诫勉当年不得评优评先；诫勉和被动的职务调整当年不得确定为优秀等次
        const graded = asked === ANNUAL_EXCELLENCE && given !== BLAME_RESIGNATION && given !== OTHER_HANDLING;
        if ((given === ADMONITION && day >= ADMONITION_FROM) || (graded && day >= ASSESSMENT_FROM)) {
          upper = BARRED;
          upperUntil = lastDayOfYear(on);
        }
      }
    } else {
      const to = toLevel[index] ?? -1;
      const own = personLevel[index] ?? -1;
      let consentFrom = NO_DAY;
      if (given >= ADMONITION && given <= OTHER_HANDLING) {
        if (given === OTHER_HANDLING) {
          if (handled && on > lastDayOfYear(yearOf(from))) consentFrom = from;
        } else if (given > TRANSFER && given <= REMOVAL && ground[index] === 0) {
          // One year no post equivalent to the original (of the upper norm: none at all), two years no promotion.
          if (day >= SELECTION_FROM && on >= from) {
            const oneYear = anniversaryOf(from, 12);
            const twoYears = anniversaryOf(from, 24);
            const baseline = originalLevel[index] ?? -1;
            if (on <= twoYears >> 1) {
              const last = lastBarred(twoYears);
              let answer = promoted(asked, to, baseline);
              if (answer < CLEAR && on > last) answer = CONFIRM;
              upper = answer;
              if (answer === BARRED) upperUntil = last;
              if (handled) {
                regulation = answer;
                regulationUntil = upperUntil;
              }
            }
            if (on <= oneYear >> 1) {
              const last = lastBarred(oneYear);
              const any = on > last ? CONFIRM : BARRED;
              if (any < upper) upper = any;
              if (any === BARRED && last > upperUntil) upperUntil = last;
              if (handled) {
                let answer = reinstated(to, baseline);
                if (answer < CLEAR && on > last) answer = CONFIRM;
                if (answer < regulation) regulation = answer;
                if (answer === BARRED && last > regulationUntil) regulationUntil = last;
              }
            } else if (handled) {
              consentFrom = from;
            }
          }
        } else {
          // 诫勉 six months, 调离岗位 and removal as unsuitable one year, 降职 two years: no promotion.
          const unsuitable =
            given !== ADMONITION &&
            given !== DEMOTION &&
            ground[index] === 1 &&
            (given === TRANSFER || given === REMOVAL);
          if (handled || (given === ADMONITION && day >= ADMONITION_FROM) || (unsuitable && day >= SELECTION_FROM)) {
            if (on >= from) {
              const end = anniversaryOf(from, given === ADMONITION ? 6 : given === DEMOTION ? 24 : 12);
              if (on <= end >> 1) {
                const present = presentLevel[index] ?? -1;
                const last = lastBarred(end);
                let answer = promoted(
                  asked,
                  to,
                  given === DEMOTION ? (reducedLevel[index] ?? -1) : present >= 0 ? present : own,
                );
                if (answer < CLEAR && on > last) answer = CONFIRM;
                upper = answer;
                if (answer === BARRED) upperUntil = last;
                if (handled) {
                  regulation = answer;
                  regulationUntil = upperUntil;
                }
              } else if (handled) {
                consentFrom = from;
              }
            }
          }
        }
      }

      const punished = sanction[index] ?? -1;
      const months = punished < 0 ? 0 : (influenceMonths[punished] ?? 0);
      const since = sanctionEffective[index] ?? 0;
      if (months > 0 && since >= (punished >= GOVERNMENT_WARNING ? SANCTIONS_FROM : DISCIPLINE_FROM)) {
        const selection = since >= SELECTION_FROM;
        const probation = punished === PARTY_PROBATION;
        let start = since;
        // During the probation itself; restored later, it was prolonged until the day before.
        let probationEnd = 0;
        if (probation) {
          const length = sanctionMonths[index] ?? 0;
          const restored = sanctionRestored[index] ?? NO_DAY;
          probationEnd = anniversaryOf(since, length > 0 ? length : 24);
          start = restored === NO_DAY ? probationEnd >> 1 : restored;
          if (restored !== NO_DAY && restored - 1 > lastBarred(probationEnd)) probationEnd = (restored - 1) * 2;
        }
        const end = anniversaryOf(start, months);
        const counted = probation && selection;
        const influenceFrom = counted ? since : start;
        let joined = false;
        if (handled && influenceFrom <= spanEnd(given, from)) {
          joined = from <= lastBarred(end) || (counted && from <= lastBarred(probationEnd));
        }
        if (counted && on >= since && on <= probationEnd >> 1) {
          const last = lastBarred(probationEnd);
          let answer = promoted(asked, to, own);
          if (answer < CLEAR && on > last) answer = CONFIRM;
          if (answer < upper) upper = answer;
          if (answer === BARRED && last > upperUntil) upperUntil = last;
          if (joined) {
            if (answer < regulation) regulation = answer;
            if (answer === BARRED && last > regulationUntil) regulationUntil = last;
          }
        }
        if (on >= start && on <= end >> 1) {
          const last = lastBarred(end);
          const post = punished === PARTY_POST_REMOVAL || probation;
          let answer = post ? reinstated(to, own) : promoted(asked, to, own);
          if (answer < CLEAR && on > last) answer = CONFIRM;
          if (answer < upper) upper = answer;
          if (answer === BARRED && last > upperUntil) upperUntil = last;
          if (joined) {
            if (answer < regulation) regulation = answer;
            if (answer === BARRED && last > regulationUntil) regulationUntil = last;
          }
        }
        if ((on > end >> 1 || (counted && on > probationEnd >> 1)) && since > consentFrom) consentFrom = since;
      }
      if (consentFrom !== NO_DAY && regulation === CLEAR && on >= IN_FORCE_FROM) {
        const agreed = consent[index] ?? NO_DAY;
        if (agreed < consentFrom || agreed >= on) regulation = CONSENT;
      }
    }
    if ((openMatters[index] ?? 0) > 0) {
      if (regulation > PENDING) regulation = PENDING;
      if (upper > PENDING) upper = PENDING;
    }
    results.regulation[index] = regulation;
    results.regulationUntil[index] = regulationUntil;
    results.upper[index] = upper;
    results.upperUntil[index] = upperUntil;
    results.answer[index] = regulation < upper ? regulation : upper;
    results.until[index] = regulationUntil > upperUntil ? regulationUntil : upperUntil;
  }
}

/** The last day of what the regulation attaches to a measure: its year, or its longest period. */
function spanEnd(measure: number, from: number): number {
  const year = lastDayOfYear(yearOf(from));
  if (measure === OTHER_HANDLING) return year;
  const period = lastBarred(anniversaryOf(from, measure === TRANSFER ? 12 : 24));
  return year > period ? year : period;
}

/** Positions in the vocabulary's list that this file takes for granted. */
export const assumedSanctions = {
  "party-warning": PARTY_WARNING,
  "party-serious-warning": 1,
  "party-post-removal": PARTY_POST_REMOVAL,
  "party-probation": PARTY_PROBATION,
  "party-expulsion": 4,
  "government-warning": GOVERNMENT_WARNING,
  "government-demerit": 6,
  "government-major-demerit": 7,
  "government-downgrade": 8,
  "government-removal": GOVERNMENT_REMOVAL,
  "government-dismissal": 10,
} as const;
