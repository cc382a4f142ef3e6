// What brought a restriction, a measure or a sanction, by its name.
import type { Law } from "#law/compile/law.ts";
import { textOf } from "../language.ts";

export function causeName(law: Law, id: string): string {
  const { measures, sanctions } = law.vocabulary;
  const found = [...measures, ...sanctions].find((one) => one.id === id);
  return found === undefined ? id : textOf(found.name);
}
