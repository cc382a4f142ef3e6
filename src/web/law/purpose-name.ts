// A purpose (提拔, 评优 …) by its name.
import type { Law } from "#law/compile/law.ts";
import { textOf } from "../language.ts";

export function purposeName(law: Law, id: string): string {
  const purpose = law.vocabulary.purposes.find((one) => one.id === id);
  return purpose === undefined ? id : textOf(purpose.name);
}
