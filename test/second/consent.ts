// Art. 13 ¶2 (b): used again after the period has expired, only with the consent of the superior personnel department, given before.

import type { FactLine, Reason } from "./facts.ts";
import { REGULATION_FROM, effectiveOn } from "./norms.ts";
import { reachOf, rank } from "./reach.ts";
import { readingsOn, type Readings } from "./readings.ts";
import { isPeriod, type Bar, type Bars } from "./restrictions.ts";

/** A record that asks for consent, or on the anniversary of its first period perhaps does. */
type Asking = { effective: string; certain: boolean; expiry: string | null };

/** How good the consents are: "unknown" where one is for a level and none is asked for. */
type Given = "good" | "unknown" | "none";

const SUPERIOR = "上级组织人事部门";

export function consentReasons(facts: FactLine, bars: Bars, base: Readings): Reason[] {
  const { question } = facts;
  if ("year" in question || question.purpose === "晋升职级" || question.date < REGULATION_FROM) return [];
  const readings = readingsOn(facts, base, question.date);
  const asking = [...askingMeasures(facts, bars, readings), ...askingSanctions(facts, bars)];
  const due = asking.filter((one) => one.certain);
  const perhaps = asking.filter((one) => !one.certain);
  const given = givenFor(facts, due, readings);
  if (given === "none") return ["consent-missing"];
  const givenForAll = givenFor(facts, [...due, ...perhaps], readings);
  const reasons: Reason[] = given === "unknown" || givenForAll === "unknown" ? ["level-missing"] : [];
  // The need depends on the grey day only where no consent would be good for it anyway.
  if (perhaps.length > 0 && givenForAll === "none") reasons.push("grey-day");
  return reasons;
}

/** After every handling to which Article 13 attaches, from the end of the first of its periods on; after 其他组织处理 at once. */
function askingMeasures(facts: FactLine, bars: Bars, readings: Readings): Asking[] {
  const asking: Asking[] = [];
  for (const [index, own] of bars.handlings) {
    const measure = facts.measures[index];
    if (measure === undefined) continue;
    const named = ["引咎辞职", "责令辞职", "免职", "降职"].includes(measure.kind);
    if (readings.whoNeedsConsent === "resignation-removal-demotion" && !named) continue;
    const effective = effectiveOn(measure);
    const by = bars.replaced.get(index);
    if (by === undefined) {
      asking.push(...afterTheFirst(facts, effective, own));
      continue;
    }
    // With the sanction whose period stands in the place of its own; that one has the expiry to be waited for.
    const periods = by.flatMap((sanction) => periodsOf(bars, sanction));
    asking.push(...afterTheFirst(facts, effective, periods).map((one) => ({ ...one, expiry: null })));
  }
  return asking;
}

/** After every sanction that counts; where it has no period that counts, from its effective day. */
function askingSanctions(facts: FactLine, bars: Bars): Asking[] {
  return [...bars.sanctions.keys()].flatMap((index) => {
    const sanction = facts.sanctions[index];
    return sanction === undefined ? [] : afterTheFirst(facts, effectiveOn(sanction), periodsOf(bars, index));
  });
}

function periodsOf(bars: Bars, sanction: number): Bar[] {
  return (bars.sanctions.get(sanction) ?? []).filter((bar) => isPeriod(bar) && !bar.undecided);
}

function afterTheFirst(facts: FactLine, effective: string, periods: readonly Bar[]): Asking[] {
  const { question } = facts;
  if ("year" in question) return [];
  if (periods.length === 0) return effective <= question.date ? [{ effective, certain: true, expiry: null }] : [];
  // One without an end, as after 政务开除, is never the first to end; beside others it leaves theirs to be waited for.
  const ending = periods.filter((bar) => bar.until !== null);
  const inOrder = ending.sort((one, other) => ((one.until ?? "") < (other.until ?? "") ? -1 : 1));
  const first = inOrder[0];
  if (first?.until == null || question.date <= first.until) return [];
  const reaching = inOrder.filter((bar) => reachOf(facts, bar, question.purpose, question.toLevel ?? null) !== "no");
  const expiry = reaching.at(-1)?.until ?? first.until;
  return [{ effective, certain: question.date !== first.grey, expiry }];
}

/**
 * One consent for all that ask: dated on or after the latest effective day and before the day asked, by the superior personnel department,
 * for the level asked or a higher one. Under `after-expiry` also after the bar on this question.
 */
function givenFor(facts: FactLine, asking: readonly Asking[], readings: Readings): Given {
  const { question } = facts;
  if (asking.length === 0 || "year" in question) return "good";
  let best: Given = "none";
  for (const consent of facts.consents) {
    if ((consent.by ?? SUPERIOR) !== SUPERIOR || consent.on >= question.date) continue;
    if (asking.some((one) => consent.on < one.effective)) continue;
    const early = asking.some((one) => one.expiry !== null && consent.on <= one.expiry);
    if (readings.consentTiming === "after-expiry" && early) continue;
    if (consent.toLevel == null) return "good";
    if (question.toLevel == null) best = "unknown";
    else if (rank(consent.toLevel) >= rank(question.toLevel)) return "good";
  }
  return best;
}
