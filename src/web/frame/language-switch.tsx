// Chinese or English, each named in itself.
import { chooseLanguage, language } from "../language.ts";
import type { Language } from "../language.ts";
import { m } from "../paraglide/messages.js";

const choices: readonly { id: Language; name: string }[] = [
  { id: "zh-CN", name: "中文" },
  { id: "en", name: "English" },
];

export function LanguageSwitch() {
  const chosen = language();
  return (
    <fieldset className="language-switch">
      <legend className="visually-hidden">{m.language_label()}</legend>
      {choices.map(({ id, name }) => (
        <button key={id} type="button" lang={id} aria-pressed={id === chosen} onClick={() => chooseLanguage(id)}>
          {name}
        </button>
      ))}
    </fieldset>
  );
}
