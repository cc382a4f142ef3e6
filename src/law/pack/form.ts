// Faults of form in words: which field of which rule has what, what it may have, and how to mend it.
import { z } from "zod";
import type { Sentence } from "../text/citation.ts";
import { nearestTo } from "./nearest.ts";
import {
  fieldOf,
  fieldUnknown,
  mendFieldUnknown,
  fieldMissing,
  mendFieldMissing,
  valueNotAmong,
  mendValue,
  valueMalformed,
  mendMalformed,
  unwritten,
} from "./words.ts";

export type FormFault = { path: (string | number)[]; message: Sentence; mend: Sentence };

export type Formed<Value> = { ok: true; value: Value } | { ok: false; faults: FormFault[] };

/** A value in the shape of a schema, or every fault of form in it; `what` names the whole: 规则 transfer-promotion（restriction）. */
export function formed<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  what: Sentence,
): Formed<z.output<Schema>> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const chinese = schema.safeParse(value, { error: localeError }).error?.issues.map(nearest) ?? [];
  const issues = parsed.error.issues.map(nearest);
  return {
    ok: false,
    faults: issues.flatMap((issue, at) => faultsOf(issue, chinese[at]?.message ?? issue.message, value, what, schema)),
  };
}

type Issue = z.core.$ZodIssue;

// Where none of several forms fits, the fault of the form that comes nearest says most.
function nearest(issue: Issue): Issue {
  if (issue.code !== "invalid_union") return issue;
  const closest = issue.errors.toSorted((one, other) => one.length - other.length)[0]?.[0];
  return closest === undefined ? issue : nearest({ ...closest, path: [...issue.path, ...closest.path] });
}

function faultsOf(issue: Issue, chinese: string, whole: unknown, what: Sentence, schema: z.ZodType): FormFault[] {
  const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
  const field = written(path);
  const found = said(valueAt(whole, path));
  const at: Sentence = field === "" ? what : fieldOf(what, field);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const near = nearestTo(key, fieldsIn(schema));
      return {
        path: [...path, key],
        message: fieldUnknown(at, key, near),
        mend: mendFieldUnknown(near, key),
      };
    });
  }
  if (valueAt(whole, path) === undefined) {
    return [
      {
        path,
        message: fieldMissing(what, field),
        mend: mendFieldMissing(field),
      },
    ];
  }
  const options = optionsOf(issue);
  if (options !== null) {
    const near = nearestTo(found, options);
    return [
      {
        path,
        message: valueNotAmong(at, found, options, near),
        mend: mendValue(field),
      },
    ];
  }
  return [
    {
      path,
      message: valueMalformed(at, found, chinese, issue.message),
      mend: mendMalformed(patternOf(issue), field),
    },
  ];
}

/** Of a choice among words, the words; of a rule of an unknown kind, the kinds. */
function optionsOf(issue: Issue): string[] | null {
  if (issue.code === "invalid_value") return issue.values.map(String);
  if (issue.code === "invalid_union" && "options" in issue && Array.isArray(issue.options))
    return issue.options.map(String);
  return null;
}

const { localeError } = z.locales.zhCN();

const patternOf = (issue: Issue): string => ("pattern" in issue ? String(issue.pattern) : "");

/** results[0].words */
function written(path: readonly (string | number)[]): string {
  return path
    .map((part, index) => (typeof part === "number" ? `[${part}]` : `${index === 0 ? "" : "."}${part}`))
    .join("");
}

function said(value: unknown): string {
  if (value === undefined) return unwritten;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}……` : text;
}

function valueAt(whole: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === "object" && value !== null ? (value as Record<string | number, unknown>)[part] : undefined, // any object can be asked for a key
    whole,
  );
}

/** All names of fields that a schema has anywhere: one of them is what a slip of the hand meant. */
function fieldsIn(schema: z.ZodType): readonly string[] {
  let names = fields.get(schema);
  if (names === undefined) {
    names = namesUnder(z.toJSONSchema(schema, { io: "input" }));
    fields.set(schema, names);
  }
  return names;
}
const fields = new WeakMap<z.ZodType, readonly string[]>();

function namesUnder(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own =
    "properties" in schema && typeof schema.properties === "object" ? Object.keys(schema.properties ?? {}) : [];
  return [...new Set([...own, ...Object.values(schema).flatMap(namesUnder)])];
}
