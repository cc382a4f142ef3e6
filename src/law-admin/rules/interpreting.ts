// Who may interpret, and what is refused: entering for one interpreting body, countersigning for another.
import { citationOf } from "#law/text/cite.ts";
import type { Citation, Sentence } from "#law/text/citation.ts";
import { refusalOfSetting, rulesOf } from "#law/compile/law.ts";
import type { Law } from "#law/compile/law.ts";
import type { Pack } from "#law/pack/pack.ts";
import type { LawRefusalCode, Refusal } from "#law/refusal.ts";
import type { Actor } from "#casework/actor.ts";
import type { Entry, Interpretation, Signing } from "./interpretation.ts";
import { breaksFourEyesOf } from "#casework/four-eyes.ts";
import type { Role } from "#casework/roles.ts";
import { barringNorms, decisionOn } from "./norm.ts";
import {
  alreadyDecidedOn,
  alreadyReplaced,
  alreadySigned,
  beforeOwnDate,
  beforeReplaced,
  dateInFuture,
  enteredByYou,
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

/** The roles that act for a body. A text may name others as its interpreters; they have nobody here who could. */
export const rolesOfBody: Readonly<Record<string, readonly Role[]>> = {
  "discipline-committee": ["discipline-officer", "reviewer"],
  "personnel-department": ["personnel-officer"],
  "working-committee": ["committee-secretary"],
};

/** Every role that can act for some body: whom the gate lets in; for which body, the regulation says. */
export const interpretingRoles: readonly Role[] = Object.values(rolesOfBody).flat();

/** The bodies that the regulation names as its interpreters, with the clause; empty when it names none. */
export function interpretersOf(law: Law): { bodies: string[]; cite: Citation | null } {
  const [rule] = rulesOf(law, "interpretation");
  return rule === undefined ? { bodies: [], cite: null } : { bodies: rule.by, cite: citationOf(law.regulation, rule) };
}

/** The interpreting bodies for which this account can act. */
export function bodiesActedFor(law: Law, actor: Actor): string[] {
  return interpretersOf(law).bodies.filter((body) => rolesOfBody[body]?.some((role) => actor.roles.includes(role)));
}

export type Known = {
  law: Law;
  actor: Actor;
  today: string;
  /** Those that hold, in their order, and those that await a signature. */
  agreed: readonly Interpretation[];
  open: readonly Interpretation[];
  /** The person behind the account that entered what is to be signed; null where it names nobody. */
  enteredByPerson?: string | null;
};

/** Why this cannot be entered; empty when it can. */
export function refusalsOfEntry(entry: Entry, known: Known): Refusal[] {
  const { law, actor } = known;
  if (!bodiesActedFor(law, actor).includes(entry.body)) return [notInterpreting(law)];
  const { cite } = interpretersOf(law);
  return [
    ...refusalsOfPaper(entry, known, cite),
    ...refusalsOfReplacing(entry, known, cite),
    ...refusalsOfEffect(entry, known, cite),
  ];
}

/** Refusals of its number, its days and its clause. */
function refusalsOfPaper(entry: Entry, { law, today, agreed, open }: Known, cite: Citation | null): Refusal[] {
  const refuse = refuserBy(cite);
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
function refusalsOfReplacing(entry: Entry, { agreed }: Known, cite: Citation | null): Refusal[] {
  if (entry.replaces === null) return [];
  const refuse = refuserBy(cite);
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
  { effect, validFrom, replaces }: Entry,
  { law, agreed }: Known,
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
      return [refuserBy(cite)("two-from-one-day", readingAlreadySet(validFrom, other.number), "validFrom")];
    }
    case "norm":
      return refusalsOfNorm(effect, { validFrom, replaces }, { law, agreed }, cite);
  }
}

/** Decided on are rules that there are, that would bar and that nobody has checked; from a day of their norm on; anew only in the place of what stands. */
function refusalsOfNorm(
  { pack: packId, rule: ruleId }: Extract<Entry["effect"], { type: "norm" }>,
  { validFrom, replaces }: Pick<Entry, "validFrom" | "replaces">,
  { law, agreed }: Pick<Known, "law" | "agreed">,
  cite: Citation | null,
): Refusal[] {
  const refuse = refuserBy(cite);
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

/** The text whose clause an entry names; undefined where it names a pack that there is not. */
function packOf(law: Law, effect: Entry["effect"]): Pack | undefined {
  return effect.type === "norm" ? [law.regulation, ...law.upper].find(({ id }) => id === effect.pack) : law.regulation;
}

/** A decision on a norm takes the place of one on the same rule, an interpretation that of an interpretation. */
function isOfOneMatter(one: Entry["effect"], other: Entry["effect"]): boolean {
  if (one.type !== "norm" || other.type !== "norm") return one.type !== "norm" && other.type !== "norm";
  return one.pack === other.pack && one.rule === other.rule;
}

/** Why this account cannot countersign, or send back, what was entered; empty when it can. */
export function refusalsOfSigning(entered: Interpretation, signing: Signing, known: Known): Refusal[] {
  const { law, actor } = known;
  const { bodies, cite } = interpretersOf(law);
  const refuse = refuserBy(cite);
  if (!bodiesActedFor(law, actor).includes(signing.body)) return [notInterpreting(law)];
  const entering = { accountId: entered.enteredBy, personId: known.enteredByPerson ?? null };
  if (breaksFourEyesOf(actor, rolesOfBody[signing.body] ?? [], entering))
    return [refuserBy(null)("four-eyes", enteredByYou, "body")];
  if (bodies.length > 1 && signing.body === entered.enteredFor) return [refuse("same-body", sameBody, "body")];
  if (entered.signature !== null) return [refuse("signed-already", alreadySigned, "body")];
  if (!signing.agreed) return signing.reasons === "" ? [refuse("reasons-missing", reasonsMissing, "reasons")] : [];
  // What was entered is looked at again: another interpretation may hold by now.
  const { enteredFor, ...rest } = entered;
  const open = known.open.filter(({ id }) => id !== entered.id);
  const again = refusalsOfEntry(
    { ...rest, body: enteredFor },
    { ...known, open, actor: { ...actor, roles: [...(rolesOfBody[enteredFor] ?? [])] } },
  );
  return again;
}

export function notInterpreting(law: Law): Refusal {
  const { bodies, cite } = interpretersOf(law);
  const names = bodies.map(
    (body) => law.vocabulary.bodies.find(({ id }) => id === body)?.name ?? { zh: body, en: body },
  );
  return refuserBy(cite)(
    "not-an-interpreting-body",
    names.length === 0 ? noInterpretingBody : onlyTheyInterpret(names),
    "body",
  );
}

export function refuserBy(cite: Citation | null) {
  return (code: RefusalCode | LawRefusalCode, message: Sentence, field: string): Refusal => ({
    code,
    message,
    source: cite,
    field,
  });
}
