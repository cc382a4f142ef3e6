// The names of this act.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "登记上级提级办理", en: "Record takeover by superior body" };
