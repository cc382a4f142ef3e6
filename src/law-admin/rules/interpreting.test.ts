// What is refused to an interpreting body: entering for another, twice, back in time, on words that are not there; signing alone.
import { test } from "node:test";
import { isRefused, law, people } from "../../../test/casework/played.ts";
import type { Actor } from "#casework/actor.ts";
import type { InterpretationInput, Interpretation, SignatureInput } from "./interpretation.ts";
import { refusalsOfEntry, refusalsOfSigning } from "./interpreting.ts";
import type { SigningContext } from "./interpreting.ts";
import { barringNorms } from "./norm.ts";

const entry = (more: Partial<InterpretationInput> = {}): InterpretationInput => ({
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
const known = (more: Partial<SigningContext> = {}): SigningContext => ({
  law,
  actor: people.officer,
  today: "2026-11-23",
  agreed: [],
  open: [],
  ...more,
});

function entering(more: Partial<InterpretationInput>, code: string, context: Partial<SigningContext> = {}): void {
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

test("a norm is decided on that there is, that would bar, that nobody has checked, on a day of its own, and anew only in the place of what stands", () => {
  const [norm] = barringNorms(law);
  const [verified] = law.upper.flatMap((pack) =>
    pack.rules.flatMap((rule) => (rule.kind === "restriction" && rule.tag === "T" ? [{ pack, rule }] : [])),
  );
  if (norm === undefined || verified === undefined) throw new Error("the packs have no such rules");
  const decide = (
    more: Partial<InterpretationInput> = {},
    of: { pack: { id: string }; rule: { id: string } } = norm,
  ): InterpretationInput =>
    entry({
      anchor: norm.rule.cite,
      validFrom: norm.pack.validity.from,
      effect: {
        type: "norm",
        pack: of.pack.id,
        rule: of.rule.id,
        decision: "applies",
        passage: "第十一条",
        source: "机要室存印发件",
      },
      ...more,
    });
  const deciding = (one: InterpretationInput, code: string, agreed: Interpretation[] = []): void =>
    isRefused(refusalsOfEntry(one, known({ agreed })), code);
  deciding(decide({}, { pack: norm.pack, rule: { id: "nothing" } }), "unknown-rule");
  deciding(decide({ anchor: verified.rule.cite }, verified), "already-verified");
  deciding(decide({ anchor: "99" }), "no-such-clause");
  deciding(decide({ validFrom: "1990-01-01" }), "not-in-force");
  const { body: _body, ...one } = decide({ number: "试解〔2026〕0号" });
  const standing = recorded(one);
  deciding(decide(), "decided-on-already", [standing]);
  deciding({ ...entry(), replaces: "i1" }, "replaces-another", [standing]);
  for (const sound of [decide(), decide({ on: "2026-08-01" })])
    if (refusalsOfEntry(sound, known()).length > 0) throw new Error("a sound decision was refused");
  if (refusalsOfEntry(decide({ replaces: "i1" }), known({ agreed: [standing] })).length > 0)
    throw new Error("a decision anew was refused");
});

test("four eyes are not those of close relatives, nor of one who delegated the role", () => {
  const sign = (actor: Actor): void =>
    isRefused(
      refusalsOfSigning(
        recorded(),
        { body: "personnel-department", agreed: true, reasons: "" },
        { ...known({ actor, open: [recorded()] }), first: ["officer"] },
      ),
      "four-eyes",
    );
  sign({ ...people.personnel, kinAccountIds: ["officer"] });
  const delegation = {
    delegationId: "d1",
    role: "personnel-officer",
    fromAccount: "officer",
    fromName: "officer",
    fromPersonId: null,
    fromKinAccountIds: [] as string[],
  } as const;
  sign({ ...people.personnel, delegations: [delegation] });
});

test("the other body signs, by other hands, once, and says why where it sends back", () => {
  const sign = (more: Partial<SignatureInput>, entered: Interpretation, actor = people.personnel) =>
    refusalsOfSigning(
      entered,
      { body: "personnel-department", agreed: true, reasons: "", ...more },
      { ...known({ actor, open: [entered] }), first: [entered.enteredBy] },
    );
  isRefused(sign({}, recorded(), people.clerk), "not-an-interpreting-body");
  isRefused(sign({ body: "discipline-committee" }, recorded(), people.officer), "four-eyes");
  isRefused(sign({ body: "discipline-committee" }, recorded(), people.colleague), "same-body");
  isRefused(sign({ agreed: false }, recorded()), "reasons-missing");
  const signature = { agreed: true, reasons: "", signedAt: "", signedBy: "x", signedName: "x", signedFor: "x" };
  isRefused(sign({}, recorded({ signature })), "signed-already");
  if (sign({}, recorded()).length > 0) throw new Error("a sound signature was refused");
});
