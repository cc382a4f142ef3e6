// What an interpretation changes, in words: which reading to which option, or which clause it confirms.
import type { Interpretation } from "#casework/interpretation.ts";
import type { Law } from "#law/law.ts";
import type { Pack } from "#law/pack.ts";
import { textOf } from "../../language.ts";
import { m } from "../../paraglide/messages.js";

export function effectWords(law: Law, effect: Interpretation["effect"]): string {
  switch (effect.type) {
    case "words":
      return m.interpretation_words();
    case "reading": {
      const setting = law.regulation.settings.find(({ name }) => name === effect.setting);
      const option = setting?.options[effect.option];
      return option === undefined ? `${effect.setting}: ${effect.option}` : textOf(option);
    }
    case "confirmation": {
      const found = unverifiedRules(law).find(({ pack, id }) => pack.id === effect.pack && id === effect.rule);
      return found === undefined ? `${effect.pack}/${effect.rule}` : found.name;
    }
  }
}

/** The clauses that nobody has verified, which an interpreting body can confirm. */
export function unverifiedRules(law: Law): { pack: Pack; id: string; name: string }[] {
  return [law.regulation, ...law.upper].flatMap((pack) =>
    pack.rules.flatMap((rule) =>
      "tag" in rule && rule.tag === "M"
        ? [{ pack, id: rule.id, name: `${textOf(pack.short)}：${textOf(rule.summary)}` }]
        : [],
    ),
  );
}
