// The languages of the screens, each named in itself.
import type { Language } from "./language.ts";

export const languageNames = { "zh-CN": "中文", en: "English" } as const satisfies Record<Language, string>;
