// Every pack with one thing in it changed: what a slip of the hand, or a hand that means ill, could do to the rules.

import { fieldMutants } from "#law/check/field-mutants.ts";
import type { Data, Fields, RuleData } from "#law/check/field-mutants.ts";
import { packWith, packWithRule } from "#law/check/guards.ts";
import type { Source } from "#law/check/guards.ts";
import type { Pack } from "#law/pack/pack.ts";

/** `make` gives the whole pack with the change in it; null where it has no form any more. */
export type Mutant = { pack: string; kind: string; what: string; make: () => Pack | null };

/** All mutants of a pack, in the order of its rules: the same pack gives the same mutants. */
export function* mutantsOf(source: Source): Generator<Mutant> {
  const { pack, rules, read, head, files } = source;
  for (const [index, rule] of rules.entries()) {
    for (const { field, to, changed } of fieldMutants(pack, rule)) {
      const [root = ""] = /^\w+/u.exec(field) ?? [];
      const what = `${rule.id}: ${field} ${said(to)}`;
      yield { pack: pack.id, kind: root, what, make: () => packWithRule(source, changed) };
    }
    for (const { kind, what, quote } of otherQuotes(rule)) {
      yield {
        pack: pack.id,
        kind,
        what: `${rule.id}: ${what}`,
        make: () => packWithRule(source, { ...rule, quote }),
      };
    }
    yield {
      pack: pack.id,
      kind:
        rule.kind === "silent" || rule.kind === "excuse" || rule.kind === "declaratory"
          ? DELETED_REASON
          : "rule deleted",
      what: rule.id,
      make: () => packWith(source, { rules: read.toSpliced(index, 1) }),
    };
  }
  for (const { kind, what, change } of otherHeads(head)) {
    yield { pack: pack.id, kind, what, make: () => packWith(source, { head: { ...head, ...change } }) };
  }
  for (const { kind, what, text } of otherTexts(files.text)) {
    yield { pack: pack.id, kind, what, make: () => packWith(source, { text }) };
  }
}

const DELETED_REASON = "reasoned silence deleted";

const NUMBERS: readonly [string, string][] = [
  ["一年六个月", "一年"],
  ["十八个月", "十二个月"],
  ["二十四个月", "十二个月"],
  ["十二个月", "六个月"],
  ["六个月", "九个月"],
  ["两年", "一年"],
  ["二年", "一年"],
  ["一年", "两年"],
  ["当年", "次年"],
];

function otherQuotes(rule: RuleData): { kind: string; what: string; quote: string }[] {
  const quote = rule["quote"];
  if (typeof quote !== "string") return [];
  const number = NUMBERS.find(([from]) => quote.includes(from));
  const middle = Math.floor(quote.length / 2);
  const others = [
    { kind: "quote", what: "one sign left out", quote: quote.slice(0, middle) + quote.slice(middle + 1) },
    { kind: "quote", what: "first half left out", quote: quote.slice(middle) },
    { kind: "quote", what: "second half left out", quote: quote.slice(0, middle) },
  ];
  if (number === undefined) return others;
  const [from, to] = number;
  return [{ kind: "number word", what: `quote says ${to}`, quote: quote.replace(from, to) }, ...others];
}

/** Validity, layer, succession, readings, and the words that name several measures. */
function otherHeads(head: Fields): { kind: string; what: string; change: Fields }[] {
  const validity = fieldsOf(head["validity"]);
  const from = Temporal.PlainDate.from(said(validity["from"]));
  const last = validity["until"];
  const until = typeof last === "string" ? Temporal.PlainDate.from(last).add({ days: 1 }) : from.add({ years: 3 });
  const dates = [-1, 1].map((days) => ({ ...validity, from: from.add({ days }).toString() }));
  return [
    ...[...dates, { ...validity, until: until.toString() }].map((changed) => ({
      kind: "head: validity",
      what: JSON.stringify(changed),
      change: { validity: changed },
    })),
    { kind: "head: layer", what: "flipped", change: { layer: head["layer"] === "upper" ? "regulation" : "upper" } },
    ...(typeof head["succeeds"] === "string"
      ? [{ kind: "head: succeeds", what: "itself", change: { succeeds: head["id"] ?? null } }]
      : []),
    ...otherSettings(listOf(head["settings"])),
    ...otherCollectives(head),
  ];
}

function otherSettings(settings: readonly Fields[]): { kind: string; what: string; change: Fields }[] {
  return settings.flatMap((setting, index) => {
    const options = fieldsOf(setting["options"]);
    const replaced = (changed: Fields[]): Fields => ({ settings: settings.toSpliced(index, 1, ...changed) });
    const name = said(setting["name"]);
    const other = Object.keys(options).find((option) => option !== setting["default"]) ?? "";
    const { [other]: gone, ...kept } = options;
    return [
      {
        kind: "head: reading",
        what: `${name} by default ${other}`,
        change: replaced([{ ...setting, default: other }]),
      },
      { kind: "head: reading", what: `${name} left out`, change: replaced([]) },
      ...(gone === undefined
        ? []
        : [
            {
              kind: "head: reading",
              what: `${name} without ${other}`,
              change: replaced([{ ...setting, options: kept }]),
            },
          ]),
    ];
  });
}

function otherCollectives(head: Fields): { kind: string; what: string; change: Fields }[] {
  const words = fieldsOf(head["words"]);
  const collectives = listOf(words["collectives"]);
  return collectives.flatMap((collective, index) => {
    const { measures } = collective;
    if (!Array.isArray(measures)) return [];
    return measures.map((measure, at) => ({
      kind: "head: collective",
      what: `${said(collective["words"])} without ${said(measure)}`,
      change: {
        words: {
          ...words,
          collectives: collectives.with(index, { ...collective, measures: measures.toSpliced(at, 1) }),
        },
      },
    }));
  });
}

/** The text itself: a number changed, a clause or its words left out. */
function otherTexts(source: string): { kind: string; what: string; text: string }[] {
  const lines = source.split("\n");
  return lines.flatMap((line, index) => {
    const anchor = /^<a id="([a-z0-9.]+)"/.exec(lines[index - 1] ?? "")?.[1];
    if (anchor === undefined || line.trim() === "") return [];
    const replaced = (changed: string): string => lines.with(index, changed).join("\n");
    const number = NUMBERS.find(([from]) => line.includes(from));
    const middle = Math.floor(line.length / 2);
    return [
      {
        kind: "text",
        what: `${anchor}: one sign left out`,
        text: replaced(line.slice(0, middle) + line.slice(middle + 1)),
      },
      { kind: "text", what: `${anchor}: clause deleted`, text: lines.toSpliced(index - 1, 2).join("\n") },
      ...(number === undefined
        ? []
        : [
            {
              kind: "number word",
              what: `${anchor}: the text says ${number[1]}`,
              text: replaced(line.replace(number[0], number[1])),
            },
          ]),
    ];
  });
}

function fieldsOf(value: Data | undefined): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}

function listOf(value: Data | undefined): Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

function said(value: Data | undefined): string {
  const text = typeof value === "string" ? value : JSON.stringify(value ?? null);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
