// Every refusal names its clause; the cases themselves stand in the examples of the pack.
import assert from "node:assert/strict";
import test from "node:test";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import { wordsOf } from "../text/cited-words.ts";
import { citationKey } from "../text/citation.ts";
import { competenceOf } from "./competence.ts";
import { parseDay } from "../reckon/days.ts";
import { openMeasures } from "./measures.ts";
import { refusalsOfOutcome, refusalsOfSanction } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";

const law = await loadLaw();
const day = (iso: string): number => parseDay(iso) ?? Number.NaN;
const decent: Outcome = {
  subject: { kind: "person", managedBy: "zone", partyMember: true, inScope: true },
  gravity: "graver",
  strongReaction: false,
  vileInfluence: false,
  measures: ["removal"],
  handling: "handling",
  handlingReasons: null,
  body: "working-committee",
  conduct: { from: day("2019-05-01"), to: day("2019-05-20"), continuing: false },
  decidedOn: day("2019-06-01"),
};

function check(name: string, change: Partial<Outcome>, code: string, at: string, says: RegExp): void {
  test(name, () => {
    const [refusal, ...more] = refusalsOfOutcome(law, { ...decent, ...change });
    assert.equal(refusal?.code, code);
    assert.deepEqual(more, []);
    assert.ok(refusal?.source);
    assert.equal(citationKey(refusal.source), `benxi-gaoxin-2019-31#${at}`);
    assert.match(refusal.message.zh, says);
    assert.ok(wordsOf(refusal.source).zh.length > 0);
  });
}

test("A decent outcome is not refused", () => assert.deepEqual(refusalsOfOutcome(law, decent), []));
check(
  "For a city-managed cadre “按照干部管理权限”: propose to the city",
  { subject: { ...decent.subject, managedBy: "city" } },
  "decision-belongs-above",
  "5",
  /市委决定.*建议/,
);
check(
  "The personnel department does not decide on a zone-managed cadre",
  { body: "personnel-department" },
  "wrong-body",
  "5",
  /党工委决定/,
);
check(
  "An organization receives no admonition",
  { subject: { ...decent.subject, kind: "organization" }, gravity: "lighter", measures: ["admonition"] },
  "personal-measure-on-organization",
  "2",
  /诫勉不适用于党政组织/,
);
check("“情节较轻” does not open removal", { gravity: "lighter" }, "measure-not-open", "9.1", /情节较轻.*不能给予免职/);
check(
  "“情节较重” does not open admonition",
  { measures: ["admonition"] },
  "measure-not-open",
  "8",
  /情节较重.*不能给予诫勉/,
);
check(
  "Where the graver tier is open by reaction and influence, admonition alone falls short of “应……给予”",
  { gravity: "lighter", strongReaction: true, vileInfluence: true, measures: ["admonition"] },
  "measure-of-tier-due",
  "9.1",
  /应当给予下列之一/,
);
check("A suspected crime is transferred and not decided here", { gravity: "crime" }, "refer-instead", "10", /移送/);
check("An adjustment needs its reasons", { handling: "adjustment" }, "adjustment-without-reasons", "9.2", /说明理由/);
check(
  "Conduct wholly before “自下发之日起施行”",
  { conduct: { from: day("2018-03-01"), to: day("2018-11-30"), continuing: false } },
  "conduct-before-validity",
  "15",
  /2019-04-25/,
);
check(
  "A decision before the first day in force",
  { decidedOn: day("2019-04-24") },
  "decided-before-validity",
  "15",
  /2019-04-25/,
);

test("Continuing conduct that began earlier is covered", () => {
  const conduct = { from: day("2018-03-01"), to: day("2018-11-30"), continuing: true };
  assert.deepEqual(refusalsOfOutcome(law, { ...decent, conduct }), []);
});

test("A proposal names no deciding body and is not refused for one", () => {
  assert.deepEqual(
    refusalsOfOutcome(law, { ...decent, subject: { ...decent.subject, managedBy: "city" }, body: null }),
    [],
  );
});

test("An unknown measure and an unknown sanction are refused by name", () => {
  assert.equal(refusalsOfOutcome(law, { ...decent, measures: ["exile"] })[0]?.code, "unknown-measure");
  assert.equal(refusalsOfSanction(law, { sanction: "exile", partyMember: true })[0]?.code, "unknown-sanction");
});

test("Every Party sanction is refused for someone who is no member, every government one is not", () => {
  for (const sanction of law.vocabulary.sanctions) {
    const refusals = refusalsOfSanction(law, { sanction: sanction.id, partyMember: false });
    assert.equal(refusals.length, sanction.order === "party" ? 1 : 0, sanction.id);
    assert.deepEqual(refusalsOfSanction(law, { sanction: sanction.id, partyMember: true }), []);
  }
});

test("The offer for “情节较重” is five measures and the open end, shall, with circulation", () => {
  const { tiers } = openMeasures(law, {
    gravity: "graver",
    strongReaction: false,
    vileInfluence: false,
    subject: "person",
  });
  assert.deepEqual(
    tiers.map((tier) => [tier.tier, tier.force, tier.circulation, tier.measures.length]),
    [["graver", "shall", true, 6]],
  );
});

test("The offer for “情节较轻” is four measures, may, without circulation", () => {
  const { tiers } = openMeasures(law, {
    gravity: "lighter",
    strongReaction: false,
    vileInfluence: false,
    subject: "person",
  });
  assert.deepEqual(
    tiers.map((tier) => [tier.tier, tier.force, tier.circulation, tier.measures.length]),
    [["lighter", "may", false, 4]],
  );
});

test("Where discipline is due no measure is offered, and the referral says so", () => {
  const offer = openMeasures(law, {
    gravity: "discipline",
    strongReaction: true,
    vileInfluence: true,
    subject: "person",
  });
  assert.deepEqual(offer.tiers, []);
  assert.deepEqual(
    offer.reasons.map((reason) => reason.cite.at),
    ["10", "10"],
  );
});

test("A leading body is offered no personal measure", () => {
  const { tiers } = openMeasures(law, {
    gravity: "graver",
    strongReaction: false,
    vileInfluence: false,
    subject: "leading-body",
  });
  const offered = tiers.flatMap((tier) => tier.measures);
  assert.ok(offered.length > 0 && offered.every((measure) => measure.subjects.includes("leading-body")));
});

test("Every management level and measure has one competence with a decider", () => {
  for (const managedBy of ["city", "zone", "unit"] as const) {
    for (const measure of law.vocabulary.measures) {
      const competence = competenceOf(law, { managedBy, measure: measure.id, on: null });
      assert.ok(competence.decides.length > 0);
      assert.equal(competence.own, managedBy !== "city");
    }
  }
});
