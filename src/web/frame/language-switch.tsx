// Chinese or English, each named in itself.
import { chooseLanguage, language } from "../language.ts";
import type { Language } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { languageNames } from "../language-names.ts";
import "./language-switch.css";

const choices = ["zh-CN", "en"] as const satisfies readonly Language[];

export function LanguageSwitch() {
  const chosen = language();
  return (
    <fieldset className="language-switch">
      <legend className="visually-hidden">{m.language_label()}</legend>
      {choices.map((id) => (
        <button key={id} type="button" lang={id} aria-pressed={id === chosen} onClick={() => chooseLanguage(id)}>
          {languageNames[id]}
        </button>
      ))}
    </fieldset>
  );
}
