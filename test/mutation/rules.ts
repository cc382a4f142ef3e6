// One pack's rules as plain data, to be changed in one place and written out again.

import type { PackFiles } from "#law/pack.ts";
import { parse } from "yaml";

export type Data = null | boolean | number | string | Data[] | { [key: string]: Data };
export type Fields = { [key: string]: Data };
export type RuleData = Fields & { kind: string; id: string };

/** The rules.yaml of a pack as data; what it holds has been checked by the schema when the packs were loaded. */
export function readRules(files: PackFiles): { head: Fields; rules: RuleData[] } {
  const { rules, ...head } = parse(files.rules) as Fields & { rules: RuleData[] };
  return { head, rules };
}

/** JSON is YAML. */
export function writeRules(files: PackFiles, head: Fields, rules: readonly Fields[]): PackFiles {
  return { ...files, rules: JSON.stringify({ ...head, rules }) };
}

export function list(value: Data | undefined): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

export function objects(value: Data | undefined): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

export function isFields(value: Data | undefined): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function text(value: Data | undefined): string {
  return typeof value === "string" ? value : "";
}
