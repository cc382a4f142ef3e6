// Every pack with one thing in it changed: what a slip of the hand, or a hand that means ill, could do to the rules.

import type { PackFiles } from "#law/pack.ts";
import type { Vocabulary } from "#law/vocabulary.ts";
import {
  type Data,
  type Fields,
  type RuleData,
  isFields,
  list,
  objects,
  readRules,
  text,
  writeRules,
} from "./rules.ts";

/** `files` is the whole pack with the change in it. */
export type Mutant = { pack: string; kind: string; what: string; files: PackFiles };

/** All mutants of a pack, in the order of its rules: the same pack gives the same mutants. */
export function mutantsOf(files: PackFiles, vocabulary: Vocabulary): Mutant[] {
  const { head, rules } = readRules(files);
  const mutants: Mutant[] = [];
  const add = (kind: string, what: string, changed: PackFiles): void => {
    if (changed.rules !== files.rules || changed.text !== files.text)
      mutants.push({ pack: files.id, kind, what, files: changed });
  };
  const anchors = [...files.text.matchAll(/<a id="([a-z0-9.]+)"/g)].map((match) => match[1] ?? "");
  rules.forEach((rule, index) => {
    for (const { kind, what, change } of changesOf(rule, vocabulary, anchors)) {
      const others = rules.map((each, at) => (at === index ? { ...each, ...change } : each));
      add(kind, `${rule.id}: ${what}`, writeRules(files, head, others));
    }
    add(
      rule.kind === "silent" || rule.kind === "excuse" || rule.kind === "declaratory"
        ? "reasoned silence deleted"
        : "rule deleted",
      rule.id,
      writeRules(
        files,
        head,
        rules.filter((_, at) => at !== index),
      ),
    );
  });
  for (const { kind, what, change } of changesOfHead(head))
    add(kind, what, writeRules(files, { ...head, ...change }, rules));
  for (const { kind, what, changed } of changesOfText(files.text)) add(kind, what, { ...files, text: changed });
  return mutants;
}

type Change = { kind: string; what: string; change: Fields };

const PERIODS = ["P6M", "P12M", "P18M", "P24M", "year"];
const BASELINES = ["present", "original", "reduced", null];
const REACHES = ["above", "from", "any"];
const GRAVITIES = ["lighter", "graver", "discipline", "crime"];
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

function changesOf(rule: RuleData, vocabulary: Vocabulary, anchors: readonly string[]): Change[] {
  const changes: Change[] = [];
  const set = (kind: string, field: string, value: Data): void => {
    if (JSON.stringify(rule[field]) !== JSON.stringify(value))
      changes.push({ kind, what: `${field} ${said(value)}`, change: { [field]: value } });
  };
  const members = (kind: string, field: string, all: readonly string[]): void => {
    if (!Array.isArray(rule[field])) return;
    const now = list(rule[field]);
    for (const one of now)
      if (now.length > 1)
        set(
          kind,
          field,
          now.filter((each) => each !== one),
        );
    const [more] = all.filter((each) => !now.includes(each));
    if (more === undefined) return;
    set(kind, field, [...now, more]);
    if (now.length > 0) set(kind, field, [...now.slice(1), more]);
  };
  const measures = vocabulary.measures.map((each) => each.id);
  const sanctions = vocabulary.sanctions.map((each) => each.id);
  const bodies = vocabulary.bodies.map((each) => each.id);
  const purposes = vocabulary.purposes.map((each) => each.id);

  if ("quote" in rule) changes.push(...changesOfQuote(rule));
  const at = anchors.indexOf(text(rule["cite"]));
  if (anchors.length > 1) set("article cited", "cite", anchors[(at + 1) % anchors.length] ?? "");
  if (rule.kind === "restriction") {
    for (const period of otherPeriods(text(rule["for"]))) set("period", "for", period);
    members("bar", "bars", purposes);
    for (const one of BASELINES) set("baseline", "baseline", one);
    for (const one of REACHES) set("reach", "reach", one);
    set("start of the period", "start", rule["start"] === "restored" ? "effective" : "restored");
    members("ground", "ground", ["accountability", "unsuitable"]);
    set("handling or adjustment", "handling", rule["handling"] === "any" ? "handling" : "any");
    if (isFields(rule["also"])) set("second clause", "also", null);
  }
  if ("summary" in rule) for (const tag of ["T", "S", "M"]) if ((rule["tag"] ?? "T") !== tag) set("tag", "tag", tag);
  for (const field of ["measures", "openEnd", "narrowMeasures"]) members("measure", field, measures);
  if (rule.kind !== "consent" && rule.kind !== "silent") members("sanction", "sanctions", sanctions);
  for (const field of ["deciders", "by", "from", "ownBodies"])
    if (Array.isArray(rule[field])) members("body", field, bodies);
  if (rule.kind !== "silent") members("question", "purposes", purposes);
  if ("force" in rule) set("force", "force", rule["force"] === "may" ? "shall" : "may");
  if (rule.kind === "tier") {
    for (const gravity of GRAVITIES) set("tier", "gravity", [gravity]);
    if (isFields(rule["trigger"])) {
      set("tier", "trigger", null);
      changes.push(...changesOfTrigger(rule["trigger"]));
    }
  }
  if (rule.kind === "circulation") members("tier", "tiers", ["lighter", "graver"]);
  if (rule.kind === "referral") for (const gravity of GRAVITIES) set("tier", "gravity", gravity);
  if (rule.kind === "limb") changes.push(...changesOfLimb(rule));
  if (rule.kind === "group") set("group of limbs", "group", `${text(rule["group"])}-other`);
  if (rule.kind === "competence") changes.push(...changesOfAuthority(rule, bodies));
  if (rule.kind === "scope") {
    const subjects = objects(rule["subjects"]);
    for (const one of subjects)
      set(
        "subject",
        "subjects",
        subjects.filter((each) => each !== one),
      );
  }
  if (rule.kind === "organization-measures")
    set("subject", "subject", rule["subject"] === "organization" ? "leading-body" : "organization");
  if (rule.kind === "sanction-eligibility") {
    set("Party members only", "partyMembersOnly", rule["partyMembersOnly"] !== true);
    set("Party members only", "order", rule["order"] === "party" ? "government" : "party");
  }
  if (rule.kind === "consent") {
    set("sanction", "sanctions", rule["sanctions"] !== true);
    set("reading", "settings", { who: "consentTiming", timing: "consentTiming" });
    set("reading", "settings", { who: "whoNeedsConsent", timing: "whoNeedsConsent" });
  }
  if (rule.kind === "concurrence") set("reading", "setting", "periodStart");
  if (rule.kind === "body-reform" && isFields(rule["members"]) && isFields(rule["members"]["atLeast"])) {
    const { atLeast } = rule["members"];
    for (const option of Object.keys(atLeast)) {
      set("several members", "members", {
        ...rule["members"],
        atLeast: { ...atLeast, [option]: Number(atLeast[option]) + 2 },
      });
    }
  }
  if (rule.kind === "duty") set("act", "act", "no-such-act");
  if (rule.kind === "exemption") set("ground", "ground", "no-such-ground");
  if (FURTHER.includes(rule.kind)) changes.push(...changesOfFurther(rule));
  if (rule.kind === "validity") set("validity", "from", "2019-05-25");
  if (rule.kind === "validity") set("validity", "until", "2029-12-31");
  return changes;
}

/** Kinds of rule whose fields are changed one by one, whatever they are called. */
export const FURTHER: readonly string[] = [
  "combination",
  "general-definition",
  "ladder",
  "addition",
  "measure-term",
  "modifier",
  "escalation-by-count",
  "escalation-without-effect",
  "route",
  "effect",
  "absorption",
  "extension",
  "deadline",
  "publication",
];
const SAID: readonly string[] = [
  "kind",
  "id",
  "cite",
  "quote",
  "tag",
  "summary",
  "name",
  "measures",
  "sanctions",
  "force",
  "by",
];
/** Words of which a field takes one. */
const CHOICES: readonly (readonly string[])[] = [
  ["longest", "remaining-plus-new", "heaviest", "set-period"],
  ["aggravate", "step-up", "measures", "refer"],
  ["aggravate", "mitigate", "exempt"],
  ["any", "all"],
  ["any", "same-group", "same-circumstance"],
  ["person", "unit", "unit-leaders"],
  ["days", "working-days", "months"],
  ["P12M", "year", "term"],
  ["P6M", "P18M", "P48M", "P1M", "P3M"],
];

function changesOfFurther(rule: RuleData): Change[] {
  return Object.entries(rule)
    .filter(([field]) => !SAID.includes(field))
    .flatMap(([field, value]) =>
      otherValues(value).map((other) => ({
        kind: `further: ${rule.kind}`,
        what: `${field} ${said(other)}`,
        change: { [field]: other },
      })),
    );
}

function otherValues(value: Data): Data[] {
  if (typeof value === "number") return [value + 1];
  if (typeof value === "boolean") return [!value];
  if (typeof value === "string") {
    const choice = CHOICES.find((words) => words.includes(value));
    return choice === undefined ? [] : [choice[(choice.indexOf(value) + 1) % choice.length] ?? ""];
  }
  if (Array.isArray(value)) return value.length > 1 ? [value.slice(1), value.slice(0, -1)] : [];
  if (!isFields(value) || "zh" in value) return [];
  return Object.entries(value).flatMap(([field, inner]) =>
    otherValues(inner).map((other): Data => ({ ...value, [field]: other })),
  );
}

/** Two other lengths: the neighbours in the list, or of `running` and `record` the whole number that is nearest. */
function otherPeriods(now: string): string[] {
  const at = PERIODS.indexOf(now);
  if (at < 0) return ["P12M", now === "running" ? "record" : "running"];
  return [PERIODS[(at + 1) % PERIODS.length] ?? "", PERIODS[(at + PERIODS.length - 1) % PERIODS.length] ?? ""];
}

function changesOfQuote(rule: RuleData): Change[] {
  const quote = text(rule["quote"]);
  const changes: Change[] = [];
  const quoted = (kind: string, what: string, changed: string): void => {
    if (changed !== quote) changes.push({ kind, what, change: { quote: changed } });
  };
  for (const [from, to] of NUMBERS) {
    if (!quote.includes(from)) continue;
    quoted("number word", `quote says ${to}`, quote.replace(from, to));
    break;
  }
  const middle = Math.floor(quote.length / 2);
  quoted("quote", "one sign left out", quote.slice(0, middle) + quote.slice(middle + 1));
  quoted("quote", "first half left out", quote.slice(middle));
  quoted("quote", "second half left out", quote.slice(0, middle));
  return changes;
}

function changesOfTrigger(trigger: Fields): Change[] {
  const findings = trigger["findings"];
  if (!isFields(findings)) return [];
  return Object.entries(findings).flatMap(([option, finding]) =>
    isFields(finding)
      ? Object.keys(finding).map((field) => ({
          kind: "tier",
          what: `trigger ${option} ${field} flipped`,
          change: {
            trigger: {
              ...trigger,
              findings: { ...findings, [option]: { ...finding, [field]: finding[field] !== true } },
            },
          },
        }))
      : [],
  );
}

function changesOfLimb(rule: RuleData): Change[] {
  const changes: Change[] = [];
  const acts = list(rule["acts"]);
  const results = objects(rule["results"]);
  const change = (kind: string, what: string, fields: Fields): void => {
    changes.push({ kind, what, change: fields });
  };
  for (const act of acts.length > 1 ? acts : [])
    change("act of a limb", `without ${act}`, { acts: acts.filter((each) => each !== act) });
  for (const mode of ["none", "any", "all"]) if (rule["mode"] !== mode) change("result mode", `mode ${mode}`, { mode });
  for (const result of results) {
    const rest = results.filter((each) => each !== result);
    change("result", `without ${text(result["id"])}`, {
      results: rest,
      mode: rest.length === 0 ? "none" : (rule["mode"] ?? "none"),
    });
    const other = text(result["id"]) === "influence" ? "consequence" : "influence";
    change("result", `${text(result["id"])} called ${other}`, {
      results: results.map((each) => (each === result ? { ...each, id: other } : each)),
    });
  }
  if (isFields(rule["precondition"])) change("precondition", "left out", { precondition: null });
  else
    change("precondition", "made up", {
      precondition: { name: { zh: "前提", en: "precondition" }, words: acts[0] ?? "其他" },
    });
  change("catch-all", "flipped", { catchAll: rule["catchAll"] !== true });
  change("handling or adjustment", "prefers flipped", {
    prefers: (rule["prefers"] ?? null) === null ? "adjustment" : null,
  });
  change("group of limbs", "moved", { group: rule["group"] === "inaction" ? "not-taking-responsibility" : "inaction" });
  return changes;
}

function changesOfAuthority(rule: RuleData, bodies: readonly string[]): Change[] {
  const rows = objects(rule["authority"]);
  return rows.flatMap((row, index) => {
    const changes: Change[] = [];
    const change = (what: string, changed: Fields | null): void => {
      const authority = rows.flatMap((each, at) => (at === index ? (changed === null ? [] : [changed]) : [each]));
      changes.push({ kind: "authority", what: `row ${index + 1} ${what}`, change: { authority } });
    };
    change("deleted", null);
    for (const field of ["decides", "proposes", "approves", "executes"]) {
      const now = list(row[field]);
      const more = bodies.find((body) => !now.includes(body)) ?? "";
      change(`${field} by ${more} too`, { ...row, [field]: [...now, more] });
      change(`${field} by ${more} alone`, { ...row, [field]: [more] });
    }
    for (const level of ["city", "zone", "unit"])
      if (row["managedBy"] !== level) change(`managed by ${level}`, { ...row, managedBy: level });
    const measures = list(row["measures"]);
    change(`without ${measures[0] ?? ""}`, { ...row, measures: measures.slice(1) });
    return changes;
  });
}

function changesOfHead(head: Fields): Change[] {
  const changes: Change[] = [];
  const validity = head["validity"];
  if (isFields(validity)) {
    const from = Temporal.PlainDate.from(text(validity["from"]));
    for (const days of [-1, 1]) {
      changes.push({
        kind: "validity",
        what: `from ${days} day`,
        change: { validity: { ...validity, from: from.add({ days }).toString() } },
      });
    }
    const until =
      validity["until"] === null
        ? from.add({ years: 3 })
        : Temporal.PlainDate.from(text(validity["until"])).add({ days: 1 });
    changes.push({
      kind: "validity",
      what: `until ${until.toString()}`,
      change: { validity: { ...validity, until: until.toString() } },
    });
  }
  changes.push({
    kind: "layer",
    what: "flipped",
    change: { layer: head["layer"] === "upper" ? "regulation" : "upper" },
  });
  const settings = objects(head["settings"]);
  settings.forEach((setting, index) => {
    const options = isFields(setting["options"]) ? setting["options"] : {};
    const replaced = (changed: Fields[]): Fields => ({
      settings: settings.flatMap((each, at) => (at === index ? changed : [each])),
    });
    const name = text(setting["name"]);
    const other = Object.keys(options).find((option) => option !== setting["default"]) ?? "";
    changes.push({
      kind: "reading",
      what: `${name} by default ${other}`,
      change: replaced([{ ...setting, default: other }]),
    });
    changes.push({ kind: "reading", what: `${name} left out`, change: replaced([]) });
    const { [other]: gone, ...kept } = options;
    if (gone !== undefined)
      changes.push({
        kind: "reading",
        what: `${name} without ${other}`,
        change: replaced([{ ...setting, options: kept }]),
      });
  });
  return changes;
}

/** The text itself: a number changed, a clause or its words left out. */
function changesOfText(source: string): { kind: string; what: string; changed: string }[] {
  const lines = source.split("\n");
  return lines.flatMap((line, index) => {
    const anchor = /^<a id="([a-z0-9.]+)"/.exec(lines[index - 1] ?? "")?.[1];
    if (anchor === undefined || line.trim() === "") return [];
    const replaced = (changed: string): string => lines.map((each, at) => (at === index ? changed : each)).join("\n");
    const number = NUMBERS.find(([from]) => line.includes(from));
    const middle = Math.floor(line.length / 2);
    return [
      {
        kind: "text",
        what: `${anchor}: one sign left out`,
        changed: replaced(line.slice(0, middle) + line.slice(middle + 1)),
      },
      {
        kind: "text",
        what: `${anchor}: clause deleted`,
        changed: lines.filter((_, at) => at !== index && at !== index - 1).join("\n"),
      },
      ...(number === undefined
        ? []
        : [
            {
              kind: "number word",
              what: `${anchor}: the text says ${number[1]}`,
              changed: replaced(line.replace(number[0], number[1])),
            },
          ]),
    ];
  });
}

function said(value: Data): string {
  return value === null
    ? "null"
    : Array.isArray(value)
      ? `[${value.map(said).join(", ")}]`
      : isFields(value)
        ? JSON.stringify(value)
        : String(value);
}
