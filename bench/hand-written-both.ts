// Both layers as a programmer would write them who knows all the texts by heart: Article 13 with discipline at the same time,
// and beside it the upper norms. Like hand-written.ts, but for sanctions and the second layer.

import { NO_DAY } from "#law/bulk/columns.ts";
import type { EligibilityColumns, EligibilityResults } from "#law/bulk/columns.ts";
import { anniversaryOf, lastDayOfYear, yearOf } from "#law/reckon/days.ts";
import { lastBarred, promoted, reinstated } from "./hand-written.ts";

// Of this module's own, since imported constants are read from memory each time.
const ABSENT = NO_DAY;
const BARRED = 0;
const PENDING = 1;
const CONFIRM = 2;
const CONSENT = 3;
const CLEAR = 4;

const ADMONITION = 3;
const TRANSFER = 4;
const DEMOTION = 8;
const OTHER_HANDLING = 9;

const RANK_PROMOTION = 2;
const FURTHER_USE = 3;
const ANNUAL_EXCELLENCE = 4;

const PARTY_SERIOUS_WARNING = 1;
const PARTY_PROBATION = 3;
const PARTY_EXPULSION = 4;
const GOVERNMENT_MAJOR_DEMERIT = 7;
const GOVERNMENT_DISMISSAL = 10;

/** 2019-04-25. */
const IN_FORCE_FROM = 18011;

/**
 * Since when the texts have been in force, by the day of decision: the rules on admonition (2015-01-01), on handling (2021-03-19), the
 * regulations on discipline of 2015, 2018 and 2023, the Civil Servant Law (2006-01-01), selection (2019-03-01).
 */
const ADMONITION_FROM = 16436;
const HANDLING_FROM = 18705;
const DISCIPLINE_2015_FROM = 16801;
const DISCIPLINE_2018_FROM = 17805;
const DISCIPLINE_2023_FROM = 19723;
const CIVIL_SERVANTS_FROM = 13149;
const SELECTION_FROM = 17956;
/** The rules on ranks bar questions about 2019-06-01 and later. */
const RANKS_FROM = 18048;

/** 9999-12-31 stands for a bar without an end. */
const PERMANENT = 2_932_896;

/** Influence periods in months, by the sanction's place in the vocabulary; 0 where it has no end. */
const influenceMonths = Int32Array.of(12, 18, 24, 24, 60, 6, 12, 18, 24, 24, 0);

/** Answers all questions in both layers. No unverified norm has been decided on: what rests on one, or on none at all, is to be confirmed. */
export function answerBothByHand(columns: EligibilityColumns, results: EligibilityResults): void {
  const { measure, ground, adjustment, decided, effective, originalLevel, presentLevel, reducedLevel } = columns;
  const { sanction, sanctionDecided, sanctionEffective, sanctionMonths, sanctionExtended } = columns;
  const { sanctionRestored, sanctionLevel } = columns;
  const { purpose, date, toLevel, personLevel, consent, consentPerhaps, openMatters, incomplete } = columns;
  for (let index = 0; index < columns.length; index += 1) {
    const given = measure[index] ?? -1;
    const punished = sanction[index] ?? -1;
    const asked = purpose[index] ?? 0;
    const on = date[index] ?? 0;
    const from = effective[index] ?? 0;
    const recorded = decided[index] ?? ABSENT;
    const day = recorded === ABSENT ? from : recorded;
    const since = sanctionEffective[index] ?? 0;
    const suitable = ground[index] === 0;
    const handled =
      given >= TRANSFER && given <= OTHER_HANDLING && suitable && adjustment[index] === 0 && day >= IN_FORCE_FROM;
    let regulation = CLEAR;
    let regulationUntil = ABSENT;
    let upper = CLEAR;
    let upperUntil = ABSENT;
    if (asked >= ANNUAL_EXCELLENCE) {
      if (given >= ADMONITION && given <= OTHER_HANDLING && yearOf(from) === on) {
        const last = lastDayOfYear(on);
        if (handled) {
          regulation = BARRED;
          regulationUntil = last;
        }
        // 诫勉当年不得评优评先；职务调整当年不得确定为优秀等次
        if (asked === ANNUAL_EXCELLENCE ? given !== OTHER_HANDLING : given === ADMONITION) {
          if (asked === ANNUAL_EXCELLENCE || day >= ADMONITION_FROM) {
            upper = BARRED;
            upperUntil = last;
          } else upper = CONFIRM;
        }
      }
      if (punished === GOVERNMENT_DISMISSAL) {
        if (on >= yearOf(since)) {
          upper = BARRED;
          upperUntil = PERMANENT;
          if (handled && given !== OTHER_HANDLING && yearOf(from) <= on && since <= handlingEnd(given, from)) {
            regulation = BARRED;
            regulationUntil = PERMANENT;
          }
        }
      } else if (punished >= 0 && asked === ANNUAL_EXCELLENCE) {
        const first = yearOf(since);
        if (on >= first) {
          const year =
            punished === PARTY_PROBATION
              ? yearOf(lastBarred(probationEnd(index)))
              : punished >= GOVERNMENT_MAJOR_DEMERIT
                ? first + 1
                : first;
          if (on <= year) {
            const last = lastDayOfYear(year);
            upper = BARRED;
            if (last > upperUntil) upperUntil = last;
            if (
              handled &&
              given !== OTHER_HANDLING &&
              yearOf(from) <= on &&
              since <= handlingEnd(given, from) &&
              lastBarred(influenceEnd(index, punished)) >= from
            ) {
              // Of discipline on which nobody has decided, nobody knows whether it joins.
              if (punished > PARTY_EXPULSION || settledOn(index) >= DISCIPLINE_2018_FROM) {
                regulation = BARRED;
                if (last > regulationUntil) regulationUntil = last;
              } else if (regulation > CONFIRM) regulation = CONFIRM;
            }
          }
        }
      }
    } else {
      const to = toLevel[index] ?? -1;
      const own = personLevel[index] ?? -1;
      const ofPost = asked !== RANK_PROMOTION;
      // 影响期满后拟重新任用的: the record for which a consent is due, and the one for which it is on its grey day.
      let due = ABSENT;
      let asking = ABSENT;
      if (given >= ADMONITION && given <= OTHER_HANDLING) {
        if (on < from) {
          // Decided already and not in effect yet.
          if (day <= on && ofPost) {
            if (handled) regulation = CONFIRM;
            const unbarred = given === TRANSFER && suitable && !handled && day >= SELECTION_FROM && day < HANDLING_FROM;
            if (given !== OTHER_HANDLING && !unbarred) upper = CONFIRM;
          }
        } else if (given === OTHER_HANDLING) {
          if (handled) due = from;
        } else if (given > TRANSFER && given < DEMOTION && (suitable || day < SELECTION_FROM)) {
          const twoYears = anniversaryOf(from, 24);
          if (on > twoYears >> 1) {
            if (handled) due = from;
          } else if (day < SELECTION_FROM) {
            // No norm covers the day: whatever the kind bars at other times, for its longest period.
            if (ofPost || on >= RANKS_FROM) upper = CONFIRM;
          } else if (!ofPost) {
            if (on >= RANKS_FROM) {
              const last = lastBarred(twoYears);
              upper = on > last ? CONFIRM : BARRED;
              if (upper === BARRED) upperUntil = last;
            }
          } else {
            // One year no post equivalent to the original (of the upper norm: none at all), two years no promotion.
            const baseline = originalLevel[index] ?? -1;
            const last = lastBarred(twoYears);
            let answer = promoted(asked, to, baseline, own);
            if (answer < CLEAR && on > last) answer = CONFIRM;
            upper = answer;
            if (answer === BARRED) upperUntil = last;
            if (handled) {
              regulation = answer;
              regulationUntil = upperUntil;
            }
            const oneYear = anniversaryOf(from, 12);
            if (on <= oneYear >> 1) {
              const lastOfFirst = lastBarred(oneYear);
              const grey = on > lastOfFirst;
              const any = grey ? CONFIRM : BARRED;
              if (any < upper) upper = any;
              if (any === BARRED && lastOfFirst > upperUntil) upperUntil = lastOfFirst;
              if (handled) {
                let again = reinstated(asked, to, baseline, own);
                if (again < CLEAR && grey) again = CONFIRM;
                if (again < regulation) regulation = again;
                if (again === BARRED && lastOfFirst > regulationUntil) regulationUntil = lastOfFirst;
                if (grey) asking = from;
              }
            } else if (handled) due = from;
          }
        } else {
          // 诫勉 six months, 调离岗位 and removal as unsuitable one year, 降职 two years: no promotion.
          const end = anniversaryOf(from, given === ADMONITION ? 6 : given === DEMOTION ? 24 : 12);
          if (on > end >> 1) {
            if (handled) due = from;
          } else {
            const last = lastBarred(end);
            const grey = on > last;
            if (grey && handled) asking = from;
            const present = presentLevel[index] ?? -1;
            // By the rules on selection what the regulation bars is a running period, too; by themselves those on handling are unverified.
            let effect: number;
            if (given === ADMONITION) effect = day >= ADMONITION_FROM ? BARRED : CONFIRM;
            else if (given === DEMOTION) effect = handled ? BARRED : CONFIRM;
            else if (suitable && !handled) effect = day < SELECTION_FROM || day >= HANDLING_FROM ? CONFIRM : CLEAR;
            else effect = day >= SELECTION_FROM ? BARRED : CONFIRM;
            if (effect < CLEAR) {
              let answer: number;
              if (!ofPost) answer = on >= RANKS_FROM ? BARRED : given === DEMOTION ? CONFIRM : CLEAR;
              else if (asked === FURTHER_USE && given === ADMONITION) answer = BARRED;
              else {
                const baseline =
                  given === DEMOTION
                    ? (reducedLevel[index] ?? -1)
                    : given > TRANSFER
                      ? (originalLevel[index] ?? -1)
                      : present >= 0
                        ? present
                        : own;
                answer = promoted(asked, to, baseline, own);
                if (handled) {
                  regulation = answer < CLEAR && grey ? CONFIRM : answer;
                  if (regulation === BARRED) regulationUntil = last;
                }
                if (asked === FURTHER_USE && given === DEMOTION && answer === CLEAR) answer = CONFIRM;
              }
              if (answer < CLEAR && (grey || effect === CONFIRM)) answer = CONFIRM;
              upper = answer;
              if (answer === BARRED) upperUntil = last;
            }
          }
        }
      }

      if (punished >= 0) {
        const settled = settledOn(index);
        if (on < since) {
          if (settled <= on && ofPost && upper > CONFIRM) upper = CONFIRM;
        } else {
          // 同时受到纪律处分的，按照影响期规定执行
          const beside = handled && given !== OTHER_HANDLING && from <= on && since <= handlingEnd(given, from);
          if (punished === GOVERNMENT_DISMISSAL) {
            upper = BARRED;
            upperUntil = PERMANENT;
            if (beside) {
              regulation = BARRED;
              regulationUntil = PERMANENT;
            }
          } else {
            const ofParty = punished <= PARTY_EXPULSION;
            const undecided = settled < (ofParty ? DISCIPLINE_2018_FROM : CIVIL_SERVANTS_FROM);
            const end = influenceEnd(index, punished);
            const last = lastBarred(end);
            if (undecided) {
              if (since > due) due = since;
            } else if (on > last) {
              if ((end & 1) === 1 && on === end >> 1) asking = since > asking ? since : asking;
              else if (since > due) due = since;
            }
            // Rights not recorded as restored though their day has come.
            const unrestored = punished === PARTY_PROBATION && sanctionRestored[index] === ABSENT;
            if (on <= end >> 1 || unrestored) {
              const level = sanctionLevel[index] ?? -1;
              const baseline = level >= 0 ? level : own;
              let answer: number;
              if (!ofPost) answer = !ofParty || on >= RANKS_FROM ? BARRED : CLEAR;
              else if (ofParty && punished > PARTY_SERIOUS_WARNING) answer = reinstated(asked, to, baseline, own);
              else if (
                asked === FURTHER_USE &&
                ofParty &&
                (settled >= DISCIPLINE_2023_FROM || settled < DISCIPLINE_2015_FROM)
              )
                answer = BARRED;
              else answer = promoted(asked, to, baseline, own);
              if (answer < CLEAR && (on > last || undecided)) answer = CONFIRM;
              if (answer < upper) upper = answer;
              if (answer === BARRED && last > upperUntil) upperUntil = last;
              // What the rules on ranks bar is no bar of the sanction's own.
              if (beside && last >= from && (ofPost || !ofParty)) {
                if (answer < regulation) regulation = answer;
                if (answer === BARRED && last > regulationUntil) regulationUntil = last;
              }
            }
          }
        }
      }
      if (regulation > CONFIRM && ofPost && on >= IN_FORCE_FROM) {
        if (due > asking) asking = due;
        if (asking !== ABSENT) {
          const perhaps = consentPerhaps[index] ?? ABSENT;
          if (due !== ABSENT && perhaps < due) regulation = CONSENT;
          else if (perhaps < asking || (consent[index] ?? ABSENT) < asking) regulation = CONFIRM;
        }
      }
    }
    if (incomplete[index] === 1) {
      if (regulation > CONFIRM) regulation = CONFIRM;
      if (upper > CONFIRM) upper = CONFIRM;
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

  /** The day of decision of a sanction, else of its effect. */
  function settledOn(index: number): number {
    const day = sanctionDecided[index] ?? ABSENT;
    return day === ABSENT ? (sanctionEffective[index] ?? 0) : day;
  }

  /** The end of the probation as set and prolonged; two years where the length is not recorded. */
  function probationEnd(index: number): number {
    const months = sanctionMonths[index] ?? 0;
    return anniversaryOf(sanctionEffective[index] ?? 0, (months > 0 ? months : 24) + (sanctionExtended[index] ?? 0));
  }

  /** The anniversary at the end of a sanction's influence; of 留党察看 two years after rights were, or are to be, restored. */
  function influenceEnd(index: number, punished: number): number {
    const months = influenceMonths[punished] ?? 0;
    if (punished !== PARTY_PROBATION) {
      const set = sanctionMonths[index] ?? 0;
      return anniversaryOf(sanctionEffective[index] ?? 0, set > 0 ? set : months);
    }
    const restored = sanctionRestored[index] ?? ABSENT;
    return anniversaryOf(restored === ABSENT ? lastBarred(probationEnd(index)) + 1 : restored, months);
  }
}

/** The last day of the longest period that the regulation attaches to a measure. */
function handlingEnd(measure: number, from: number): number {
  return lastBarred(anniversaryOf(from, measure === TRANSFER ? 12 : 24));
}

/** Positions in the vocabulary's list that this file takes for granted. */
export const assumedSanctions = {
  "party-warning": 0,
  "party-serious-warning": PARTY_SERIOUS_WARNING,
  "party-post-removal": 2,
  "party-probation": PARTY_PROBATION,
  "party-expulsion": PARTY_EXPULSION,
  "government-warning": 5,
  "government-demerit": 6,
  "government-major-demerit": GOVERNMENT_MAJOR_DEMERIT,
  "government-downgrade": 8,
  "government-removal": 9,
  "government-dismissal": GOVERNMENT_DISMISSAL,
} as const;
