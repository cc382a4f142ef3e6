// Who is meant: every way in which somebody can be named, once, for all doors.
import assert from "node:assert/strict";
import { test } from "node:test";
import { matchLine } from "#clearance/rules.ts";
import { matchNamesakes } from "./match-namesakes.ts";
import type { PersonMatch } from "./match-namesakes.ts";

const bureau = { id: "bureau", fingerprints: ["f1"], units: ["环境保护局", "生态环境局"] };
const street = { id: "street", fingerprints: ["f2"], units: ["青石街道办事处"] };
const planning = { id: "planning", fingerprints: [], units: ["云岭高新区自然资源和规划分局"] };
type Row = { id: string; fingerprints: string[]; units: string[] };

type Case = {
  name: string;
  unit?: string;
  fingerprint?: string;
  bearers: readonly Row[];
  match: PersonMatch<Row>["match"];
  whom?: string;
};
const cases: readonly Case[] = [
  { name: "nobody of that name", bearers: [], match: "no-such-person" },
  { name: "nobody of that name in whatever unit", unit: "生态环境局", bearers: [], match: "no-such-person" },
  { name: "the only one, no unit given", bearers: [bureau], match: "name-alone", whom: "bureau" },
  { name: "the only one, in that unit", unit: "生态环境局", bearers: [bureau], match: "name-and-unit", whom: "bureau" },
  {
    name: "in that unit by its former name",
    unit: "环境保护局",
    bearers: [bureau],
    match: "name-and-unit",
    whom: "bureau",
  },
  { name: "in that unit by a short name", unit: "环境局", bearers: [bureau], match: "name-and-unit", whom: "bureau" },
  {
    name: "unit and post in one cell",
    unit: "生态环境局局长",
    bearers: [bureau],
    match: "name-and-unit",
    whom: "bureau",
  },
  {
    name: "a short name of the unit, and a post behind it",
    unit: "规划分局副局长",
    bearers: [planning],
    match: "name-and-unit",
    whom: "planning",
  },
  { name: "only a kind of unit in common", unit: "分局长办公室", bearers: [planning], match: "name-only" },
  {
    name: "a line break within the unit",
    unit: "生态\n环境局",
    bearers: [bureau],
    match: "name-and-unit",
    whom: "bureau",
  },
  { name: "the only one, of another unit", unit: "财政局", bearers: [bureau], match: "name-only" },
  { name: "several, no unit given", bearers: [bureau, street], match: "several" },
  {
    name: "several, one in that unit",
    unit: "青石街道",
    bearers: [bureau, street],
    match: "name-and-unit",
    whom: "street",
  },
  { name: "several, none in that unit", unit: "财政局", bearers: [bureau, street], match: "several" },
  { name: "by number", fingerprint: "f2", bearers: [bureau, street], match: "id-number", whom: "street" },
  {
    name: "by number, in another unit",
    unit: "财政局",
    fingerprint: "f1",
    bearers: [bureau],
    match: "id-number",
    whom: "bureau",
  },
  { name: "a number that is none of theirs", fingerprint: "f9", bearers: [bureau], match: "no-such-person" },
];

for (const { name, unit = "", fingerprint = "", bearers, match, whom } of cases) {
  test(`${name}: ${match}`, () => {
    const meant = matchNamesakes({ unit, fingerprint }, bearers);
    assert.equal(meant.match, match);
    assert.equal(meant.person?.id, whom);
    // A request for clearance takes nobody by the name alone: a person confirms it first.
    const line = matchLine<Row, Row>({ name: "某", unit, fingerprint }, bearers, undefined);
    assert.equal(line.match, match === "name-alone" ? "name-only" : match);
    assert.equal(line.person?.id, match === "name-alone" ? undefined : whom);
  });
}
