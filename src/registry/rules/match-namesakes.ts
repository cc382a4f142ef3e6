// Which registered person a name means, given with a unit, an ID number or neither: one rule wherever people are named.

/**
 * What was given beside the name: a unit, and the fingerprint of an ID number; each empty where there was none. `untold`: whether the number is
 * that of somebody is told no more, because too many wrong ones were given.
 */
export type NamedBy = { unit: string; fingerprint: string; untold?: boolean };

/** Somebody who bears or bore the name, with the fingerprints of their ID numbers and the names of their units. */
export type Namesake = { fingerprints: readonly string[]; units: readonly string[] };

/**
 * `id-number`, `name-and-unit`: certain. `name-alone`: the only one of that name, and no unit was given. `name-only`: the only one of that name,
 * but of another unit than was given, so possibly somebody else. `several`: somebody has to choose. `no-such-person`: nobody.
 */
export type PersonMatch<Row> =
  | { match: "id-number" | "name-and-unit"; person: Row; candidates: readonly [] }
  | { match: "name-alone"; person: Row; candidates: readonly [] }
  | { match: "name-only" | "several" | "no-such-person"; person: null; candidates: readonly Row[] };

/** Narrows namesakes by ID number, else by unit. `bearers`: all who bear or bore the name, merged records as one. */
export function matchNamesakes<Row extends Namesake>(
  { unit, fingerprint, untold = false }: NamedBy,
  bearers: readonly Row[],
): PersonMatch<Row> {
  if (untold && bearers.length > 0)
    return { match: bearers.length > 1 ? "several" : "name-only", person: null, candidates: bearers };
  if (fingerprint !== "") {
    const person = bearers.find((one) => one.fingerprints.includes(fingerprint));
    return person === undefined
      ? { match: "no-such-person", person: null, candidates: bearers }
      : { match: "id-number", person, candidates: [] };
  }
  const there = unit === "" ? bearers : bearers.filter((one) => isOfUnit(one, unit));
  const [person] = there;
  if (person !== undefined && there.length === 1)
    return { match: unit === "" ? "name-alone" : "name-and-unit", person, candidates: [] };
  if (there.length > 1) return { match: "several", person: null, candidates: there };
  if (bearers.length === 0) return { match: "no-such-person", person: null, candidates: [] };
  return { match: bearers.length > 1 ? "several" : "name-only", person: null, candidates: bearers };
}

/** Units are often written short, with their parents, or with a post behind them in the same cell. */
function isOfUnit({ units }: Namesake, unit: string): boolean {
  const given = plainUnit(unit);
  return units.some((name) => {
    const known = plainUnit(name);
    return known.includes(given) || given.includes(known) || beginsWithEndOf(given, known);
  });
}

/** A line break or a blank within a cell is no part of the name. */
function plainUnit(text: string): string {
  return text.normalize("NFKC").replaceAll(/\s+/gu, "");
}

/** 生态环境局副局长 begins with the end of 云岭高新区生态环境局. */
function beginsWithEndOf(given: string, known: string): boolean {
  for (let from = 1; from <= known.length - shortestUnit; from += 1)
    if (given.startsWith(known.slice(from))) return true;
  return false;
}

/** Characters of a short name of a unit: fewer are a kind of unit, such as 工作部. */
const shortestUnit = 4;
