// Who may interpret, and what is refused: entering for one interpreting body, countersigning for another.
import { citationOf } from "#law/text/cite.ts";
import type { Citation } from "#law/text/citation.ts";
import { refusalOfSetting, rulesOf } from "#law/compile/law.ts";
import type { Law } from "#law/compile/law.ts";
import type { Pack } from "#law/pack/pack.ts";
import type { LawRefusalCode, Refusal } from "#law/refusal.ts";
import type { Actor } from "#casework/actor.ts";
import type { Entry, Interpretation, Signing } from "./interpretation.ts";
import { breaksFourEyesOf } from "#casework/four-eyes.ts";
import type { Role } from "#casework/roles.ts";
import { barringNorms, decisionOn } from "./norm.ts";
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
  const { law, actor, today, agreed, open } = known;
  const { cite } = interpretersOf(law);
  const refuse = refuserBy(cite);
  const own = bodiesActedFor(law, actor);
  if (!own.includes(entry.body)) return [notInterpreting(law)];
  const refusals: Refusal[] = [];
  if ([...agreed, ...open].some(({ number }) => number === entry.number))
    refusals.push(
      refuse(
        "number-taken",
        `文号“${entry.number}”已有登记，请核对`,
        `The number ${entry.number} is recorded already`,
        "number",
      ),
    );
  if (entry.on > today)
    refusals.push(
      refuse(
        "date-in-the-future",
        `解释日期 ${entry.on} 晚于今天 ${today}，请核对`,
        `The date ${entry.on} is after today, ${today}`,
        "on",
      ),
    );
  // What an upper norm says it says without them: a decision on it may name any day on which it was in force.
  if (entry.effect.type !== "norm" && entry.validFrom < entry.on)
    refusals.push(
      refuse(
        "before-its-own-date",
        `适用起始日 ${entry.validFrom} 早于解释日期 ${entry.on}：解释不溯及以前的决定`,
        `It cannot hold from ${entry.validFrom}, before its own date ${entry.on}: earlier decisions keep their reading`,
        "validFrom",
      ),
    );
  const text = packOf(law, entry.effect);
  if (text !== undefined && !text.clauses.some(({ at }) => at === entry.anchor))
    refusals.push(
      refuse(
        "no-such-clause",
        `${text.short.zh}没有“${entry.anchor}”这一条款`,
        `${text.short.en} has no clause ${entry.anchor}`,
        "anchor",
      ),
    );
  const replaced = agreed.find((one) => one.id === entry.replaces);
  if (entry.replaces !== null && replaced === undefined)
    refusals.push(
      refuse(
        "nothing-to-replace",
        "所替代的解释不存在，或者尚未会签",
        "What it replaces does not exist or does not hold",
        "replaces",
      ),
    );
  if (replaced !== undefined && replaced.replacedBy !== null)
    refusals.push(
      refuse(
        "replaced-already",
        `“${replaced.number}”已被替代，请选择现行的解释`,
        `${replaced.number} has been replaced already`,
        "replaces",
      ),
    );
  if (replaced !== undefined && !isOfOneMatter(replaced.effect, entry.effect))
    refusals.push(
      refuse(
        "replaces-another",
        `“${replaced.number}”所解释或者认定的是另一事项，不能由它替代`,
        `${replaced.number} is about something else and cannot be replaced by it`,
        "replaces",
      ),
    );
  if (entry.effect.type !== "norm" && replaced !== undefined && entry.validFrom < replaced.validFrom)
    refusals.push(
      refuse(
        "before-what-it-replaces",
        `适用起始日 ${entry.validFrom} 早于所替代解释的起始日 ${replaced.validFrom}`,
        `It cannot hold before what it replaces, from ${replaced.validFrom}`,
        "validFrom",
      ),
    );
  return [...refusals, ...refusalsOfEffect(entry, known, cite)];
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
      return [
        refuserBy(cite)(
          "two-from-one-day",
          `该口径自 ${validFrom} 起已适用“${other.number}”，请改为替代该解释`,
          `From ${validFrom} on ${other.number} sets this reading already; replace it`,
          "validFrom",
        ),
      ];
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
    return [
      refuse(
        "unknown-rule",
        `没有名为“${packId}#${ruleId}”的规则`,
        `There is no rule named ${packId}#${ruleId}`,
        "effect",
      ),
    ];
  if (!barringNorms(law).some((one) => one.pack.id === packId && one.rule.id === ruleId))
    return [
      refuse(
        "already-verified",
        `规则“${packId}#${ruleId}”已经核对，或者不限制任何事项，无须认定`,
        `The rule ${packId}#${ruleId} is verified or bars nothing; it needs no decision`,
        "effect",
      ),
    ];
  const { from, until } = pack.validity;
  if (validFrom < from || (until !== null && validFrom > until))
    return [
      refuse(
        "not-in-force",
        `适用起始日 ${validFrom} 时${pack.short.zh}未在施行（${from} 至 ${until ?? "今"}）`,
        `${pack.short.en} was not in force on ${validFrom} (${from} to ${until ?? "today"})`,
        "validFrom",
      ),
    ];
  const standing = decisionOn(agreed, { pack: packId, rule: ruleId });
  if (standing === null || standing.id === replaces) return [];
  return [
    refuse(
      "decided-on-already",
      `该条款已由“${standing.number}”认定，请改为替代该认定`,
      `${standing.number} decides on this clause already; replace it`,
      "replaces",
    ),
  ];
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
    return [
      refuserBy(null)(
        "four-eyes",
        "该解释（认定）由您、您的近亲属或者您所受委托的人登记，须由另一解释机关的他人会签",
        "You, a close relative of yours or whoever delegated the role to you entered it; somebody else of the other interpreting body must countersign",
        "body",
      ),
    ];
  if (bodies.length > 1 && signing.body === entered.enteredFor)
    return [
      refuse(
        "same-body",
        "解释由两个解释机关共同作出，须由另一机关会签",
        "The interpreting bodies interpret together: the other one must countersign",
        "body",
      ),
    ];
  if (entered.signature !== null)
    return [
      refuse("signed-already", "该解释已经会签或者退回", "It has been countersigned or sent back already", "body"),
    ];
  if (!signing.agreed)
    return signing.reasons === ""
      ? [refuse("reasons-missing", "退回须写明理由", "Sending it back needs reasons", "reasons")]
      : [];
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
    names.length === 0 ? "本法规没有规定解释机关" : `解释由${names.map(({ zh }) => zh).join("、")}负责，您不代表该机关`,
    names.length === 0
      ? "The regulation names no interpreting body"
      : `Only ${names.map(({ en }) => en).join(", ")} interpret; you do not act for it`,
    "body",
  );
}

export function refuserBy(cite: Citation | null) {
  return (code: RefusalCode | LawRefusalCode, zh: string, en: string, field: string): Refusal => ({
    code,
    message: { zh, en },
    source: cite,
    field,
  });
}
