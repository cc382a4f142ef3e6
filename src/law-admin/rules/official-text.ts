// Official texts of upper norms: loaded by one person of the interpreting bodies, checked by another, and from then on quoted.
import { z } from "zod";
import type { Law } from "#law/compile/law.ts";
import { passageIn, rulesWithPassages, standsInText } from "#law/text/official-text.ts";
import type { Passages } from "#law/text/official-text.ts";
import type { Pack } from "#law/pack/pack.ts";
import { contradictionsOf } from "#law/check/passages.ts";
import type { Contradiction } from "#law/check/passages.ts";
import type { Refusal } from "#law/refusal.ts";
import { id, shortText, longText } from "#casework/act.ts";
import type { Actor } from "#casework/actor.ts";
import { refusalsOfSecondStep } from "#casework/four-eyes.ts";
import {
  alreadyChecked,
  fileMissing,
  noSuchNorm,
  noSuchRuleOfNorm,
  passageNotFound,
  reasonsMissing,
  reasonsTooLong,
  ruleNamedTwice,
  textTooLong,
} from "./words.ts";
import {
  interpretingBodiesOf,
  interpretersOf,
  refusalOfOtherBody,
  refuserCiting,
  rolesOfBody,
} from "./interpreting.ts";

/** The longest text taken, in characters: a law of some hundred articles has fifty thousand. */
const longestText = 300_000;

/** As it is loaded. `body` is the interpreting body for which the account acts; a rule without a passage is shown as 大意 as before. */
export const officialTextInput = z.strictObject({
  body: id,
  pack: id,
  /** Where the text was got from. */
  source: shortText,
  fileName: shortText,
  text: z.string().trim().min(1, fileMissing).max(longestText, textTooLong(longestText)),
  passages: z.array(z.strictObject({ rule: id, words: longText })).max(300),
});
export type OfficialTextInput = z.output<typeof officialTextInput>;

export const textCheckInput = z.strictObject({
  body: id,
  agreed: z.boolean(),
  reasons: z.string().trim().max(4000, reasonsTooLong),
});
export type TextCheckInput = z.output<typeof textCheckInput>;

/** Instants are ISO texts in UTC. `text` is the whole text. */
export const officialText = z.object({
  ...officialTextInput.omit({ body: true }).shape,
  id: z.string(),
  loadedAt: z.string(),
  loadedBy: z.string(),
  loadedName: z.string(),
  loadedFor: z.string(),
  /** The person behind the account; null where it names nobody. */
  loadedPerson: z.string().nullable(),
  check: z
    .object({
      agreed: z.boolean(),
      reasons: z.string(),
      checkedAt: z.string(),
      checkedBy: z.string(),
      checkedName: z.string(),
      checkedFor: z.string(),
    })
    .nullable(),
});
export type OfficialText = z.output<typeof officialText>;

/** Why this cannot be loaded; empty when it can. */
export function refusalsOfLoading(loaded: OfficialTextInput, { law, actor }: { law: Law; actor: Actor }): Refusal[] {
  if (!interpretingBodiesOf(law, actor).includes(loaded.body)) return [refusalOfOtherBody(law)];
  const refuse = refuserCiting(interpretersOf(law).cite);
  const pack = law.upper.find((one) => one.id === loaded.pack);
  if (pack === undefined) return [refuse("no-such-norm", noSuchNorm, "pack")];
  const known = new Set(rulesWithPassages(pack).map((rule) => rule.id));
  const seen = new Set<string>();
  return loaded.passages.flatMap(({ rule, words: passage }, index) => {
    const again = seen.has(rule);
    seen.add(rule);
    if (!known.has(rule) || again)
      return [refuse("no-such-rule", again ? ruleNamedTwice(rule) : noSuchRuleOfNorm(rule), `passages.${index}.rule`)];
    if (standsInText(loaded.text, passage)) return [];
    return [refuse("not-in-the-text", passageNotFound(short(passage)), `passages.${index}.words`)];
  });
}

/** Why this account cannot check, or send back, what was loaded; empty when it can. `first`: the accounts by which it was loaded. */
export function refusalsOfCheck(
  one: OfficialText,
  check: TextCheckInput,
  { law, actor, first }: { law: Law; actor: Actor; first: readonly string[] },
): Refusal[] {
  const refuse = refuserCiting(interpretersOf(law).cite);
  if (!interpretingBodiesOf(law, actor).includes(check.body)) return [refusalOfOtherBody(law)];
  const roles = rolesOfBody(law, check.body);
  const same = refusalsOfSecondStep("check-official-text", { actor, roles, first }, "body");
  if (same.length > 0) return same;
  if (one.check !== null) return [refuse("signed-already", alreadyChecked, "body")];
  if (!check.agreed && check.reasons === "") return [refuse("reasons-missing", reasonsMissing, "reasons")];
  return [];
}

/** What the texts that hold, in the order in which they came to hold, lend to the packs: of one norm the last alone. */
export function passagesOf(held: readonly Pick<OfficialText, "pack" | "text" | "passages">[]): Passages {
  return Object.fromEntries(
    held.map(({ pack, text, passages }) => [
      pack,
      Object.fromEntries(passages.map(({ rule, words: passage }) => [rule, passageIn(text, passage)])),
    ]),
  );
}

export type PassageProblem = Contradiction & { pack: Pack; rule: ReturnType<typeof rulesWithPassages>[number] };

/** Where the passages that hold say something else than the fields of our rules. */
export function passageProblems(law: Law): PassageProblem[] {
  return law.upper.flatMap((pack) =>
    rulesWithPassages(pack).flatMap((rule) => {
      const passage = pack.passages?.[rule.id];
      if (passage === undefined) return [];
      return contradictionsOf(pack, rule, passage.words).map((one) => ({ ...one, pack, rule }));
    }),
  );
}

const short = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);
