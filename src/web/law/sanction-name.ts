// A sanction by its name.
import type { Law } from "#law/compile/law.ts";
import { textOf } from "../language.ts";

export function sanctionName(law: Law, id: string): string {
  const sanction = law.vocabulary.sanctions.find((one) => one.id === id);
  return sanction === undefined ? id : textOf(sanction.name);
}
