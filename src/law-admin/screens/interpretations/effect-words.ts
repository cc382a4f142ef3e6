// What an interpretation changes, in words: which reading to which option; or what was decided on a norm.
import type { Interpretation } from "../../rules/interpretation.ts";
import type { Law } from "#law/compile/law.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";

export function effectWords(law: Law, effect: Interpretation["effect"]): string {
  switch (effect.type) {
    case "words":
      return m.interpretation_words();
    case "reading": {
      const setting = law.regulation.settings.find(({ name }) => name === effect.setting);
      const option = setting?.options[effect.option];
      return option === undefined ? `${effect.setting}: ${effect.option}` : textOf(option);
    }
    case "norm":
      return effect.decision === "applies" ? m.norm_applies() : m.norm_not_applied();
  }
}
