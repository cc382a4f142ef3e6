// Male or female, in the reader's language.
import { m } from "#web/paraglide/messages.js";

export function sexName(sex: "male" | "female"): string {
  return sex === "male" ? m.sex_male() : m.sex_female();
}
