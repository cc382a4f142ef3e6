// Which registered person a name means, given with a unit, an ID number or neither: one rule wherever people are named.

/** What was given beside the name: a unit, and the fingerprint of an ID number; each empty where there was none. */
export type NamedBy = { unit: string; fingerprint: string };

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
  { unit, fingerprint }: NamedBy,
  bearers: readonly Row[],
): PersonMatch<Row> {
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

/** Whether one name of the unit contains the other: units are often written short or with their parents. */
function isOfUnit({ units }: Namesake, unit: string): boolean {
  return units.some((name) => name.includes(unit) || unit.includes(name));
}
