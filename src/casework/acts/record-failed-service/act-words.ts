// The names of this act, and what it says when it refuses.
import type { Sentence } from "#law/text/citation.ts";

export const names: Sentence = { zh: "登记未送达", en: "Record failed service" };
export const nothingToServe: Sentence = { zh: "对该对象尚未作出决定", en: "No decision has been made on this subject" };
