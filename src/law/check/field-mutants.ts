// Every rule of a pack with one of its fields changed, as a slip of the hand would: found from the schema, so that no field is forgotten.
import { z } from "zod";
import { REST } from "../pack/expand-rules.ts";
import type { Pack } from "../pack/pack.ts";
import { ruleSchema } from "../pack/rule.ts";
import { periodsIn } from "./wording/numerals.ts";
import { twoYears, threeYears } from "./words.ts";

export type Data = null | boolean | number | string | Data[] | { [key: string]: Data };
export type Fields = { [key: string]: Data };

/** A rule as it stands in rules.yaml. */
export type RuleData = Fields & { kind: string; id: string };

export type FieldMutant = {
  rule: string;
  kind: string;
  /** `for`, `results[0].words` */
  field: string;
  from: Data | undefined;
  to: Data | undefined;
  /** The whole rule with the change in it. */
  changed: RuleData;
};

/** All such changes of one rule. `pack` is the pack as it is, for the names that could stand in the place of others. */
export function* fieldMutants(pack: Pack, rule: RuleData): Generator<FieldMutant> {
  const schema = schemas.get(rule.kind);
  if (schema === undefined) return;
  const place: Place = {
    pack,
    quote: typeof rule["quote"] === "string" ? rule["quote"] : "",
    lists: listsOf(pack),
    field: "",
  };
  for (const [field, node] of Object.entries(schema.properties ?? {})) {
    if (LEFT.has(field)) continue;
    const value = rule[field] ?? (node.default as Data | undefined); // a default of a JSON schema is JSON
    for (const { at, to } of othersOf(value, node, { ...place, field })) {
      // Whether a clause was seen (T) or restated (S) changes nothing; unverified (M) does.
      if (field === "tag" && to !== "M" && value !== "M") continue;
      yield {
        rule: rule.id,
        kind: rule.kind,
        field: `${field}${at}`,
        from: value,
        to,
        changed: { ...rule, [field]: to },
      };
    }
  }
}

/** What names the rule, or only tells people of it; quotes are changed by those who ask for that. */
const LEFT: ReadonlySet<string> = new Set(["kind", "id", "quote", "name", "reason", "remark"]);

type Node = {
  type?: string;
  enum?: Data[];
  const?: Data;
  anyOf?: Node[];
  oneOf?: Node[];
  items?: Node;
  minItems?: number;
  minimum?: number;
  properties?: Record<string, Node>;
  required?: string[];
  additionalProperties?: Node | boolean;
  pattern?: string;
  format?: string;
  default?: unknown;
};

/** The JSON schema of each kind of rule, read once. */
const schemas: ReadonlyMap<string, Node> = new Map(
  ruleSchema.options.map((option) => [
    String(option.shape.kind.value),
    z.toJSONSchema(option, { io: "input", reused: "inline" }) as Node, // the schema of an object has these keywords only
  ]),
);

type Place = { pack: Pack; quote: string; lists: readonly (readonly string[])[]; field: string };

/** Another value of a field; `at` is what in it was changed. */
type Other = { at: string; to: Data };

function othersOf(value: Data | undefined, node: Node, place: Place): Other[] {
  const options = node.anyOf ?? node.oneOf;
  if (options !== undefined) return amongOptions(value, options, place);
  const here = (values: readonly Data[]): Other[] =>
    values.filter((to) => JSON.stringify(to) !== JSON.stringify(value)).map((to) => ({ at: "", to }));
  if (node.enum !== undefined) return here(node.enum);
  if (node.const !== undefined) return [];
  if (typeof value === "boolean") return here([!value]);
  if (typeof value === "number") {
    return here(node.minimum !== undefined && value - 1 < node.minimum ? [value + 1] : [value + 1, value - 1]);
  }
  if (typeof value === "string") return here(otherWords(value, place));
  if (Array.isArray(value)) return otherMembers(value, node, place);
  return typeof value === "object" && value !== null ? otherParts(value, node, place) : [];
}

/** One of several forms; for one that may be left out, leaving it out or making one up. */
function amongOptions(value: Data | undefined, options: readonly Node[], place: Place): Other[] {
  const own = options.filter((option) => option.type !== "null");
  const nullable = own.length < options.length;
  if (value === null || value === undefined) {
    return own
      .flatMap((option) => samples(option, place))
      .slice(0, 2)
      .map((to) => ({ at: "", to }));
  }
  const words = own.flatMap((option) => (option.const === undefined ? (option.enum ?? []) : [option.const]));
  const others = words.filter((word) => word !== value).map((to): Other => ({ at: "", to }));
  const form = own.find((option) => fits(value, option)) ?? own[0];
  const inside = form === undefined || form.const !== undefined ? [] : othersOf(value, form, place);
  const left: Other[] = nullable ? [{ at: "", to: null }] : [];
  const period = words.length > 0 && words.includes(value) ? [{ at: "", to: "P12M" }] : [];
  return [...others, ...inside, ...left, ...period];
}

function fits(value: Data, option: Node): boolean {
  const type = Array.isArray(value) ? "array" : value === null ? "null" : typeof value;
  if (option.const !== undefined) return option.const === value;
  return option.type === undefined || option.type === type || (option.type === "integer" && type === "number");
}

/** Something that could stand where nothing does. */
function samples(node: Node, place: Place): Data[] {
  if (node.const !== undefined) return [node.const];
  if (node.enum !== undefined) return node.enum.slice(0, 2);
  if (node.type === "boolean") return [true];
  if (node.properties !== undefined) return sampleParts(node.properties, place);
  if (node.type === "string" && node.pattern?.includes("P\\d") === true) return ["P12M"];
  if (node.type === "string" && node.format === "date") return ["2029-12-31"];
  if (node.type === "string") return listFor(place).slice(0, 1);
  return [];
}

/** A thing with its words, or a condition: what a text could name and does not. */
function sampleParts(properties: Record<string, Node>, place: Place): Data[] {
  const words = place.quote.slice(0, 4);
  const name = { zh: words, en: "made up" };
  if ("attributes" in properties) {
    const [attribute] = place.pack.vocabulary.attributes;
    return attribute === undefined ? [{ partyMember: true }] : [{ attributes: [attribute.id] }];
  }
  if (!("words" in properties)) return [];
  return [{ ...("id" in properties ? { id: "made-up" } : {}), name, words }];
}

/** The list in which the members of a field stand, by the name of the field. */
function listFor({ pack, field }: Place): string[] {
  const { vocabulary, rules, settings } = pack;
  const ids = (list: readonly { id: string }[]): string[] => list.map((one) => one.id);
  const [name = ""] = /[A-Za-z]+$/u.exec(field.replace(/\[\d+\]$/u, "")) ?? [];
  const lists: Record<string, string[]> = {
    measures: ids(vocabulary.measures),
    adds: ids(vocabulary.measures),
    to: ids(vocabulary.measures),
    openEnd: ids(vocabulary.measures),
    narrowMeasures: ids(vocabulary.measures),
    steps: ids(vocabulary.measures),
    fromMeasure: rules.flatMap((rule) => (rule.kind === "ladder" ? rule.steps.flat() : [])),
    sanctions: ids(vocabulary.sanctions),
    below: ids(vocabulary.sanctions),
    bars: ids(vocabulary.purposes),
    purposes: ids(vocabulary.purposes),
    attributes: ids(vocabulary.attributes),
    levels: vocabulary.levels.map((level) => level.id),
    groups: rules.flatMap((rule) => (rule.kind === "group" ? [rule.group] : [])),
    tiers: rules.flatMap((rule) => (rule.kind === "tier" ? [rule.id] : [])),
    list: rules.flatMap((rule) => (rule.kind === "measure-list" ? [rule.id] : [])),
    setting: settings.map((setting) => setting.name),
  };
  return lists[name] ?? (BODIES.includes(name) ? ids(vocabulary.bodies) : []);
}

const BODIES: readonly string[] = [
  "by",
  "from",
  "deciders",
  "decides",
  "proposes",
  "approves",
  "executes",
  "ownBodies",
];

function listsOf({ vocabulary, rules, clauses, settings }: Pack): string[][] {
  const ids = (list: readonly { id: string }[]): string[] => list.map((one) => one.id);
  return [
    ids(vocabulary.measures),
    ids(vocabulary.sanctions),
    ids(vocabulary.purposes),
    ids(vocabulary.bodies),
    ids(vocabulary.attributes),
    vocabulary.levels.map((level) => level.id),
    rules.flatMap((rule) => (rule.kind === "group" ? [rule.group] : [])),
    ids(vocabulary.starts),
    settings.map((setting) => setting.name),
    clauses.map((clause) => clause.at).filter((at) => at !== ""),
  ].filter((list) => list.length > 1);
}

const PERIODS = ["P6M", "P12M", "P18M", "P24M"];

/** A date one day on, another period, another name of the same list, or words with a sign less. */
function otherWords(value: string, { field, lists, quote, pack }: Place): string[] {
  if (/^\d{4}-\d\d-\d\d$/u.test(value)) return [dayAfter(value)];
  if (/^P\d+[MY]$/u.test(value) || value === "year")
    return [...PERIODS, "year"].filter((one) => one !== value).slice(0, 3);
  if (/results\[\d+\]\.id$/u.test(field)) return otherResult(pack, value);
  // Other ids name a thing within its rule, and nothing hangs on how it is called; so do the words shown to people.
  if (/\.(?:id|zh|en)$/u.test(field)) return field === "summary.zh" ? otherSummary(value, pack) : [];
  const list = lists.find((one) => one.includes(value));
  if (list !== undefined) return [list[(list.indexOf(value) + 1) % list.length] ?? ""];
  if (value.length > 1 && quote.includes(value)) return [value.slice(1)];
  return /^[A-Za-z0-9-]+$/u.test(value) ? [`${value}-other`] : [];
}

function otherResult({ rules }: Pack, id: string): string[] {
  const others = rules.flatMap((rule) => (rule.kind === "limb" ? rule.results.map((result) => result.id) : []));
  const other = others.find((one) => one !== id);
  return other === undefined ? [] : [other];
}

/** The summary with another period in it. */
function otherSummary(summary: string, { vocabulary }: Pack): string[] {
  const [period] = periodsIn(summary, vocabulary.periods);
  if (period === undefined) return [];
  const other = period.for === "P36M" ? twoYears : threeYears;
  return [`${summary.slice(0, period.at)}${other}${summary.slice(period.end)}`];
}

function dayAfter(date: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toString();
}

function otherMembers(members: readonly Data[], node: Node, place: Place): Other[] {
  const least = node.minItems ?? 0;
  const without = members.length > least ? members.map((_, at) => members.toSpliced(at, 1)) : [];
  const more =
    typeof members[0] === "object" || members.includes(REST)
      ? undefined
      : listFor(place).find((one) => !members.includes(one));
  const changed = members.flatMap((member, at) =>
    othersOf(member, node.items ?? {}, { ...place, field: `${place.field}[${at}]` }).map((other) => ({
      at: `[${at}]${other.at}`,
      to: members.with(at, other.to),
    })),
  );
  return [
    ...without.map((to) => ({ at: "", to })),
    ...(more === undefined ? [] : [{ at: "", to: [...members, more] }]),
    ...changed,
  ];
}

function otherParts(parts: Fields, node: Node, place: Place): Other[] {
  const more = typeof node.additionalProperties === "object" ? node.additionalProperties : null;
  const named = Object.entries(node.properties ?? {});
  const all = more === null ? named : [...named, ...Object.keys(parts).map((key) => [key, more] as const)];
  return all.flatMap(([key, inner]) => {
    const value = parts[key] ?? (inner.default as Data | undefined); // a default of a JSON schema is JSON
    return othersOf(value, inner, { ...place, field: `${place.field}.${key}` }).map((other) => ({
      at: `.${key}${other.at}`,
      to: { ...parts, [key]: other.to },
    }));
  });
}
