// 可 and 应 against the field.
import type { Vocabulary } from "../../pack/vocabulary.ts";
import { type Fault, unlessIs } from "../faults.ts";
import { forceIn } from "./said.ts";
import { fieldNames } from "../field-names.ts";

/** 可 or 应; a sentence that says neither (给予……) is an order. */
export function forceAgrees(vocabulary: Vocabulary, rule: { force: "may" | "shall"; quote: string }): Fault[] {
  return unlessIs({ field: "force", ...fieldNames.force }, rule.force, forceIn(vocabulary, rule.quote) ?? "shall");
}
