// What is refused to an interpreting body: entering for another, twice, back in time, on words that are not there; signing alone.
import { test } from "node:test";
import { isRefused, law, people } from "../../test/casework/played.ts";
import type { Entry, Interpretation, Signing } from "./interpretation.ts";
import { refusalsOfEntry, refusalsOfSigning } from "./interpreting.ts";
import type { Known } from "./interpreting.ts";

const entry = (more: Partial<Entry> = {}): Entry => ({
  body: "discipline-committee",
  number: "试解〔2026〕1号",
  on: "2026-08-01",
  validFrom: "2026-08-01",
  anchor: "13.1",
  question: "期限的最后一日是哪一日",
  text: "期限的最后一日为周年日当日",
  effect: { type: "reading", setting: "periodEnd", option: "anniversary", recompute: true },
  replaces: null,
  ...more,
});
const recorded = (more: Partial<Interpretation> = {}): Interpretation => {
  const { body, ...rest } = entry();
  return {
    ...rest,
    id: "i1",
    enteredAt: "2026-08-01T02:00:00.000Z",
    enteredBy: "officer",
    enteredName: "officer",
    enteredFor: body,
    signature: null,
    replacedBy: null,
    ...more,
  };
};
const known = (more: Partial<Known> = {}): Known => ({
  law,
  actor: people.officer,
  today: "2026-11-23",
  agreed: [],
  open: [],
  ...more,
});

function entering(more: Partial<Entry>, code: string, context: Partial<Known> = {}): void {
  isRefused(refusalsOfEntry(entry(more), known(context)), code);
}

test("“负责解释”: only for a body that interprets, and for one's own", () => {
  entering({ body: "working-committee" }, "not-an-interpreting-body");
  entering({}, "not-an-interpreting-body", { actor: people.personnel });
  if (refusalsOfEntry(entry(), known()).length > 0) throw new Error("a sound entry was refused");
});

test("its number is its own, its date has come, and it does not reach back", () => {
  entering({}, "number-taken", { open: [recorded()] });
  entering({ on: "2026-11-24", validFrom: "2026-11-24" }, "date-in-the-future");
  entering({ validFrom: "2026-07-31" }, "before-its-own-date");
});

test("it speaks of a clause, a reading and an option that are there", () => {
  entering({ anchor: "99" }, "no-such-clause");
  entering({ effect: { type: "reading", setting: "mood", option: "good", recompute: false } }, "unknown-setting");
  entering({ effect: { type: "reading", setting: "periodEnd", option: "never", recompute: false } }, "unknown-option");
});

test("it replaces one that holds and is not replaced, from that one's day at the earliest; two from one day are one too many", () => {
  const holding = recorded({ number: "试解〔2026〕0号" });
  entering({ replaces: "i9" }, "nothing-to-replace");
  entering({ replaces: "i1" }, "replaced-already", { agreed: [{ ...holding, replacedBy: "i2" }] });
  entering({ replaces: "i1" }, "before-what-it-replaces", { agreed: [{ ...holding, validFrom: "2026-08-02" }] });
  entering({}, "two-from-one-day", { agreed: [holding] });
});

test("a clause is confirmed that there is, that needs it, and once", () => {
  const confirm = (pack: string, rule: string) => ({ effect: { type: "confirmation", pack, rule } }) as const;
  const unverified = law.upper.flatMap((pack) =>
    pack.rules.flatMap((rule) => ("tag" in rule && rule.tag === "M" ? [{ pack: pack.id, rule: rule.id }] : [])),
  )[0];
  const verified = law.upper.flatMap((pack) =>
    pack.rules.flatMap((rule) => ("tag" in rule && rule.tag !== "M" ? [{ pack: pack.id, rule: rule.id }] : [])),
  )[0];
  if (unverified === undefined || verified === undefined) throw new Error("the packs have no such rules");
  entering(confirm("wenze-2019", "nothing"), "unknown-rule");
  entering(confirm(verified.pack, verified.rule), "already-verified");
  const other = recorded({ number: "试解〔2026〕0号", ...confirm(unverified.pack, unverified.rule) });
  entering(confirm(unverified.pack, unverified.rule), "confirmed-already", { agreed: [other] });
});

test("the other body signs, by other hands, once, and says why where it sends back", () => {
  const sign = (more: Partial<Signing>, entered: Interpretation, actor = people.personnel) =>
    refusalsOfSigning(
      entered,
      { body: "personnel-department", agreed: true, reasons: "", ...more },
      known({ actor, open: [entered] }),
    );
  isRefused(sign({}, recorded(), people.clerk), "not-an-interpreting-body");
  isRefused(sign({ body: "discipline-committee" }, recorded(), people.officer), "four-eyes");
  isRefused(sign({ body: "discipline-committee" }, recorded(), people.colleague), "same-body");
  isRefused(sign({ agreed: false }, recorded()), "reasons-missing");
  const signature = { agreed: true, reasons: "", signedAt: "", signedBy: "x", signedName: "x", signedFor: "x" };
  isRefused(sign({}, recorded({ signature })), "signed-already");
  if (sign({}, recorded()).length > 0) throw new Error("a sound signature was refused");
});
