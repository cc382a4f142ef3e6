// Is this a line of format 2? The path of the first fault, or the facts. One plain check after the other.

import { isDay } from "./days.ts";
import {
  DATED_PURPOSES,
  GOVERNMENT_SANCTIONS,
  GROUNDS,
  HANDLING_KINDS,
  LEVELS,
  MEASURE_KINDS,
  PARTY_SANCTIONS,
  YEAR_PURPOSES,
  type FactLine,
  type Sanction,
} from "./facts.ts";
import { NORM_KEYS, REGULATION, REGULATION_FROM, effectiveOn } from "./norms.ts";
import { rank } from "./reach.ts";
import { valuesOf } from "./readings.ts";
import { isParty, restorationDue } from "./restrictions.ts";

export type LineError = { format: 2; id: unknown; error: { path: string } };

class Fault extends Error {
  readonly path: string;
  constructor(path: string) {
    super(path);
    this.path = path;
  }
}

export function readLine(line: unknown): FactLine | LineError {
  const id = typeof line === "object" && line !== null && "id" in line ? line.id : null;
  try {
    checkLine(line);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { format: 2, id, error: { path: error.path } };
  }
  return line as FactLine; // checkLine has looked at every field
}

function checkLine(line: unknown): void {
  const fields = object(line, "", [
    "format",
    "id",
    "person",
    "measures",
    "sanctions",
    "consents",
    "openMatters",
    "interpretations",
    "norms",
    "question",
  ]);
  if (fields["format"] !== 2) throw new Fault("format");
  checkPerson(fields["person"]);
  for (const [index, one] of list(fields["measures"], "measures")) checkMeasure(one, `measures[${index}]`);
  const sanctions = list(fields["sanctions"], "sanctions");
  for (const [index, one] of sanctions) checkSanction(one, `sanctions[${index}]`);
  checkSetPeriods(sanctions.map(([, one]) => one as Sanction)); // each has been looked at
  for (const [index, one] of list(fields["consents"], "consents")) checkConsent(one, `consents[${index}]`);
  const open = fields["openMatters"];
  if (open !== undefined && !isCount(open)) throw new Fault("openMatters");
  for (const [index, one] of list(fields["interpretations"], "interpretations")) {
    checkInterpretation(one, `interpretations[${index}]`);
  }
  checkNorms(fields["norms"]);
  checkQuestion(fields["question"]);
}

function checkPerson(value: unknown): void {
  const person = object(value, "person", ["level", "managedBy", "historyComplete"]);
  optional(person, "person", "level", isLevel);
  optional(person, "person", "managedBy", oneOf(["市管", "区管", "单位管"]));
  optional(person, "person", "historyComplete", isBoolean);
}

function checkMeasure(value: unknown, path: string): void {
  const names = [
    "kind",
    "decided",
    "effective",
    "handling",
    "revoked",
    "originalLevel",
    "reducedLevel",
    "presentLevel",
  ];
  const measure = object(value, path, [...names, "ground", "basis", "conduct"]);
  required(measure, path, "kind", oneOf(MEASURE_KINDS));
  checkDays(measure, path);
  for (const level of ["originalLevel", "reducedLevel", "presentLevel"]) optional(measure, path, level, isLevel);
  optional(measure, path, "handling", oneOf(["组织处理", "组织调整"]));
  if (measure["handling"] != null && !(HANDLING_KINDS as readonly unknown[]).includes(measure["kind"])) {
    throw new Fault(`${path}.handling`);
  }
  optional(measure, path, "ground", oneOf(GROUNDS));
  const unsuitable = measure["ground"] === "不适宜担任现职";
  if (unsuitable && measure["kind"] !== "免职" && measure["kind"] !== "调离岗位") throw new Fault(`${path}.ground`);
  if (measure["ground"] === "手续" && measure["kind"] !== "免职") throw new Fault(`${path}.ground`);
  optional(measure, path, "basis", isText);
  const reduced = measure["reducedLevel"] ?? null;
  const original = measure["originalLevel"] ?? null;
  if (reduced !== null && measure["kind"] !== "降职") throw new Fault(`${path}.reducedLevel`);
  if (isLevel(reduced) && isLevel(original) && rank(reduced) >= rank(original)) throw new Fault(`${path}.reducedLevel`);
  checkConduct(measure["conduct"], `${path}.conduct`, (measure["basis"] ?? REGULATION) === REGULATION);
}

function checkConduct(value: unknown, path: string, ofThisRegulation: boolean): void {
  if (value == null) return;
  const conduct = object(value, path, ["from", "to"]);
  optional(conduct, path, "from", isDay);
  optional(conduct, path, "to", isDay);
  const { from, to } = conduct;
  if (typeof from === "string" && typeof to === "string" && to < from) throw new Fault(`${path}.to`);
  if (ofThisRegulation && typeof to === "string" && to < REGULATION_FROM) throw new Fault(`${path}.to`);
}

function checkSanction(value: unknown, path: string): void {
  const names = ["kind", "decided", "effective", "months", "extended", "restored", "revoked", "level"];
  const fields = object(value, path, names);
  required(fields, path, "kind", oneOf([...PARTY_SANCTIONS, ...GOVERNMENT_SANCTIONS]));
  checkDays(fields, path);
  optional(fields, path, "level", isLevel);
  optional(fields, path, "months", isCount);
  optional(fields, path, "extended", isCount);
  optional(fields, path, "restored", isDay);
  const sanction = fields as Sanction; // kind, days and numbers have been looked at
  const months = sanction.months ?? null;
  if (sanction.kind === "留党察看") {
    if (months !== 12 && months !== 24) throw new Fault(`${path}.months`);
    if (sanction.restored != null && sanction.restored < restorationDue(sanction)) throw new Fault(`${path}.restored`);
    return;
  }
  if (months !== null && (isParty(sanction) || months > 48)) throw new Fault(`${path}.months`);
  if (sanction.extended != null) throw new Fault(`${path}.extended`);
  if (sanction.restored != null) throw new Fault(`${path}.restored`);
}

/** A set period is of several equal government sanctions of one day. */
function checkSetPeriods(sanctions: readonly Sanction[]): void {
  for (const [index, sanction] of sanctions.entries()) {
    if (sanction.months == null || isParty(sanction)) continue;
    const equals = sanctions.filter((one) => one.kind === sanction.kind && effectiveOn(one) === effectiveOn(sanction));
    if (equals.length === 1) throw new Fault(`sanctions[${index}].months`);
  }
}

/** Decided and effective each default to the other; one is required, and nothing is effective before it is decided. */
function checkDays(record: Record<string, unknown>, path: string): void {
  for (const name of ["decided", "effective", "revoked"]) optional(record, path, name, isDay);
  const { decided, effective } = record;
  if (decided == null && effective == null) throw new Fault(path);
  if (typeof decided === "string" && typeof effective === "string" && effective < decided) {
    throw new Fault(`${path}.effective`);
  }
}

function checkConsent(value: unknown, path: string): void {
  const consent = object(value, path, ["on", "toLevel", "by"]);
  required(consent, path, "on", isDay);
  optional(consent, path, "toLevel", isLevel);
  optional(consent, path, "by", isText);
}

function checkInterpretation(value: unknown, path: string): void {
  const interpretation = object(value, path, ["setting", "value", "validFrom", "recompute"]);
  const setting = interpretation["setting"];
  const values = typeof setting === "string" ? valuesOf(setting) : undefined;
  if (values === undefined) throw new Fault(`${path}.setting`);
  required(interpretation, path, "value", oneOf(values));
  required(interpretation, path, "validFrom", isDay);
  optional(interpretation, path, "recompute", isBoolean);
}

function checkNorms(value: unknown): void {
  if (value == null) return;
  for (const [key, decision] of Object.entries(value)) {
    if (!(Object.values(NORM_KEYS) as string[]).includes(key)) throw new Fault(`norms.${key}`);
    if (decision === "not-applied") continue;
    required(object(decision, `norms.${key}`, ["applies"]), `norms.${key}`, "applies", isDay);
  }
}

function checkQuestion(value: unknown): void {
  const { purpose } = object(value, "question", ["purpose", "date", "toLevel", "year"]);
  if ((DATED_PURPOSES as readonly unknown[]).includes(purpose)) {
    const question = object(value, "question", ["purpose", "date", "toLevel"]);
    required(question, "question", "date", isDay);
    optional(question, "question", "toLevel", isLevel);
    return;
  }
  if (!(YEAR_PURPOSES as readonly unknown[]).includes(purpose)) throw new Fault("question.purpose");
  const question = object(value, "question", ["purpose", "year"]);
  required(question, "question", "year", (year) => isCount(year) && year >= 1900 && year <= 2199);
}

type Check = (value: unknown) => boolean;

function object(value: unknown, path: string, names: readonly string[]): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Fault(path);
  for (const name of Object.keys(value)) {
    if (!names.includes(name)) throw new Fault(path === "" ? name : `${path}.${name}`);
  }
  return value as Record<string, unknown>; // an object that is no list
}

function list(value: unknown, path: string): [number, unknown][] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new Fault(path);
  return [...(value as unknown[]).entries()];
}

function required(fields: Record<string, unknown>, path: string, name: string, check: Check): void {
  if (!check(fields[name])) throw new Fault(`${path}.${name}`);
}

function optional(fields: Record<string, unknown>, path: string, name: string, check: Check): void {
  if (fields[name] != null && !check(fields[name])) throw new Fault(`${path}.${name}`);
}

function oneOf(values: readonly string[]): Check {
  return (value) => typeof value === "string" && values.includes(value);
}

const isLevel = (value: unknown): value is (typeof LEVELS)[number] => oneOf(LEVELS)(value);
const isText: Check = (value) => typeof value === "string" && value !== "";
const isBoolean: Check = (value) => typeof value === "boolean";
const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;
