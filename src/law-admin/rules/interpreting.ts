// Who may interpret, and what is refused: an entry made for one interpreting body, the countersignature of another.
import { dutiesOf } from "#law/procedure/bodies.ts";
import type { Bodies } from "#law/procedure/bodies.ts";
import { rolesWith } from "#casework/roles.ts";
import { citationOf } from "#law/text/cite.ts";
import type { Citation, Sentence } from "#law/text/citation.ts";
import { refusalOfSetting, rulesOf } from "#law/compile/law.ts";
import type { Law } from "#law/compile/law.ts";
import type { Pack } from "#law/pack/pack.ts";
import type { LawRefusalCode, Refusal } from "#law/refusal.ts";
import type { Actor } from "#casework/actor.ts";
import type { InterpretationInput, Interpretation, SignatureInput } from "./interpretation.ts";
import { refusalsOfSecondStep } from "#casework/four-eyes.ts";
import type { Role } from "#casework/roles.ts";
import { barringNorms, decisionOn } from "./norm.ts";
import {
  alreadyDecidedOn,
  alreadyReplaced,
  alreadySigned,
  beforeOwnDate,
  beforeReplaced,
  dateInFuture,
  noInterpretingBody,
  noSuchClause,
  noSuchRule,
  normNotInForce,
  nothingToReplace,
  numberTaken,
  onlyTheyInterpret,
  readingAlreadySet,
  reasonsMissing,
  replacesAnother,
  ruleNeedsNoDecision,
  sameBody,
} from "./words.ts";
import type { RefusalCode } from "#casework/refusal-codes.ts";

/** The roles that act for a body: none for one that the text names and that has no accounts here. */
export function rolesOfBody(law: Bodies, body: string): readonly Role[] {
  return rolesWith(dutiesOf(law, body));
}

/** Every role that can act for some interpreting body; which bodies interpret, the regulation says. */
export const interpretingRoles: readonly Role[] = rolesWith(["inquiry", "review", "execution", "decision"]);

/** The bodies that the regulation names as its interpreters, with the clause; empty when it names none. */
export function interpretersOf(law: Law): { bodies: string[]; cite: Citation | null } {
  const [rule] = rulesOf(law, "interpretation");
  return rule === undefined ? { bodies: [], cite: null } : { bodies: rule.by, cite: citationOf(law.regulation, rule) };
}

/** The interpreting bodies for which this account can act. */
export function interpretingBodiesOf(law: Law, actor: Actor): string[] {
  return interpretersOf(law).bodies.filter((body) => rolesOfBody(law, body).some((role) => actor.roles.includes(role)));
}

export type SigningContext = {
  law: Law;
  actor: Actor;
  today: string;
  /** `agreed`: those that apply, in their order; `open`: those that await a countersignature. */
  agreed: readonly Interpretation[];
  open: readonly Interpretation[];
};

/** Why this cannot be entered; empty when it can. */
export function refusalsOfEntry(entry: InterpretationInput, known: SigningContext): Refusal[] {
  const { law, actor } = known;
  if (!interpretingBodiesOf(law, actor).includes(entry.body)) return [refusalOfOtherBody(law)];
  const { cite } = interpretersOf(law);
  return [
    ...refusalsOfPaper(entry, known, cite),
    ...refusalsOfReplacing(entry, known, cite),
    ...refusalsOfEffect(entry, known, cite),
  ];
}

/** Refusals of its number, its days and its clause. */
function refusalsOfPaper(
  entry: InterpretationInput,
  { law, today, agreed, open }: SigningContext,
  cite: Citation | null,
): Refusal[] {
  const refuse = refuserCiting(cite);
  const refusals: Refusal[] = [];
  if ([...agreed, ...open].some(({ number }) => number === entry.number))
    refusals.push(refuse("number-taken", numberTaken(entry.number), "number"));
  if (entry.on > today) refusals.push(refuse("date-in-the-future", dateInFuture(entry.on, today), "on"));
  // What an upper norm says it says without them: a decision on it may name any day on which it was in force.
  if (entry.effect.type !== "norm" && entry.validFrom < entry.on)
    refusals.push(refuse("before-its-own-date", beforeOwnDate(entry.validFrom, entry.on), "validFrom"));
  const text = packOf(law, entry.effect);
  if (text !== undefined && !text.clauses.some(({ at }) => at === entry.anchor))
    refusals.push(refuse("no-such-clause", noSuchClause(text.short, entry.anchor), "anchor"));
  return refusals;
}

/** Refusals of what it replaces: it must hold, be about the same matter, and begin no later. */
function refusalsOfReplacing(entry: InterpretationInput, { agreed }: SigningContext, cite: Citation | null): Refusal[] {
  if (entry.replaces === null) return [];
  const refuse = refuserCiting(cite);
  const replaced = agreed.find((one) => one.id === entry.replaces);
  if (replaced === undefined) return [refuse("nothing-to-replace", nothingToReplace, "replaces")];
  const refusals: Refusal[] = [];
  if (replaced.replacedBy !== null)
    refusals.push(refuse("replaced-already", alreadyReplaced(replaced.number), "replaces"));
  if (!isOfOneMatter(replaced.effect, entry.effect))
    refusals.push(refuse("replaces-another", replacesAnother(replaced.number), "replaces"));
  if (entry.effect.type !== "norm" && entry.validFrom < replaced.validFrom)
    refusals.push(refuse("before-what-it-replaces", beforeReplaced(entry.validFrom, replaced.validFrom), "validFrom"));
  return refusals;
}

function refusalsOfEffect(
  { effect, validFrom, replaces }: InterpretationInput,
  { law, agreed }: SigningContext,
  cite: Citation | null,
): Refusal[] {
  switch (effect.type) {
    case "words":
      return [];
    case "reading": {
      const unknown = refusalOfSetting(law.regulation, effect.setting, effect.option);
      if (unknown !== null) return [{ ...unknown, source: cite, field: "effect" }];
      const other = agreed.find(
        (one) =>
          one.effect.type === "reading" &&
          one.effect.setting === effect.setting &&
          one.validFrom === validFrom &&
          one.id !== replaces &&
          one.replacedBy === null,
      );
      if (other === undefined) return [];
      return [refuserCiting(cite)("two-from-one-day", readingAlreadySet(validFrom, other.number), "validFrom")];
    }
    case "norm":
      return refusalsOfNorm(effect, { validFrom, replaces }, { law, agreed }, cite);
  }
}

/** Refusals of a decision on a norm: the rule must exist, be unverified and restrict; the day lie within its norm; an earlier decision be replaced. */
function refusalsOfNorm(
  { pack: packId, rule: ruleId }: Extract<InterpretationInput["effect"], { type: "norm" }>,
  { validFrom, replaces }: Pick<InterpretationInput, "validFrom" | "replaces">,
  { law, agreed }: Pick<SigningContext, "law" | "agreed">,
  cite: Citation | null,
): Refusal[] {
  const refuse = refuserCiting(cite);
  const pack = [law.regulation, ...law.upper].find(({ id }) => id === packId);
  const rule = pack?.rules.find(({ id }) => id === ruleId);
  if (pack === undefined || rule === undefined)
    return [refuse("unknown-rule", noSuchRule(`${packId}#${ruleId}`), "effect")];
  if (!barringNorms(law).some((one) => one.pack.id === packId && one.rule.id === ruleId))
    return [refuse("already-verified", ruleNeedsNoDecision(`${packId}#${ruleId}`), "effect")];
  const { from, until } = pack.validity;
  if (validFrom < from || (until !== null && validFrom > until))
    return [refuse("not-in-force", normNotInForce(validFrom, pack.short, pack.validity), "validFrom")];
  const standing = decisionOn(agreed, { pack: packId, rule: ruleId });
  if (standing === null || standing.id === replaces) return [];
  return [refuse("decided-on-already", alreadyDecidedOn(standing.number), "replaces")];
}

/** The pack whose clause an entry names; undefined where there is no such pack. */
function packOf(law: Law, effect: InterpretationInput["effect"]): Pack | undefined {
  return effect.type === "norm" ? [law.regulation, ...law.upper].find(({ id }) => id === effect.pack) : law.regulation;
}

/** Whether one may replace the other: a decision on a norm one on the same rule, an interpretation another interpretation. */
function isOfOneMatter(one: InterpretationInput["effect"], other: InterpretationInput["effect"]): boolean {
  if (one.type !== "norm" || other.type !== "norm") return one.type !== "norm" && other.type !== "norm";
  return one.pack === other.pack && one.rule === other.rule;
}

/** Why this account cannot countersign, or send back, what was entered; empty when it can. `first`: the accounts by which it was entered. */
export function refusalsOfSigning(
  entered: Interpretation,
  signing: SignatureInput,
  known: SigningContext & { first: readonly string[] },
): Refusal[] {
  const { law, actor } = known;
  const { bodies, cite } = interpretersOf(law);
  const refuse = refuserCiting(cite);
  if (!interpretingBodiesOf(law, actor).includes(signing.body)) return [refusalOfOtherBody(law)];
  const roles = rolesOfBody(law, signing.body);
  const same = refusalsOfSecondStep("countersign-interpretation", { actor, roles, first: known.first }, "body");
  if (same.length > 0) return same;
  if (bodies.length > 1 && signing.body === entered.enteredFor) return [refuse("same-body", sameBody, "body")];
  if (entered.signature !== null) return [refuse("signed-already", alreadySigned, "body")];
  if (!signing.agreed) return signing.reasons === "" ? [refuse("reasons-missing", reasonsMissing, "reasons")] : [];
  // What was entered is looked at again: another interpretation may hold by now.
  const { enteredFor, ...rest } = entered;
  const open = known.open.filter(({ id }) => id !== entered.id);
  const again = refusalsOfEntry(
    { ...rest, body: enteredFor },
    { ...known, open, actor: { ...actor, roles: [...rolesOfBody(law, enteredFor)] } },
  );
  return again;
}

export function refusalOfOtherBody(law: Law): Refusal {
  const { bodies, cite } = interpretersOf(law);
  const names = bodies.map(
    (body) => law.vocabulary.bodies.find(({ id }) => id === body)?.name ?? { zh: body, en: body },
  );
  return refuserCiting(cite)(
    "not-an-interpreting-body",
    names.length === 0 ? noInterpretingBody : onlyTheyInterpret(names),
    "body",
  );
}

export function refuserCiting(cite: Citation | null) {
  return (code: RefusalCode | LawRefusalCode, message: Sentence, field: string): Refusal => ({
    code,
    message,
    source: cite,
    field,
  });
}
