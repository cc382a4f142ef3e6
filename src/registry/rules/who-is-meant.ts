// Who is meant by a name, with a unit or an ID number or neither: one rule for every door at which people are named.

/** An ID number only as its fingerprint; unit and fingerprint are empty where none was given. */
export type NamedBy = { unit: string; fingerprint: string };

/** Somebody who bears or bore the name: every ID number and every name of the unit that they are known under. */
export type Bearer = { fingerprints: readonly string[]; units: readonly string[] };

/**
 * `id-number`, `name-and-unit`: one, and so sure that nothing has to be asked. `name-alone`: the only one of that name, and no unit was given.
 * `name-only`: the only one of that name, whose unit is not the one given; it may be somebody else who is meant. The three kinds of nothing stay apart.
 */
export type Meant<Row> =
  | { match: "id-number" | "name-and-unit"; person: Row; candidates: readonly [] }
  | { match: "name-alone"; person: Row; candidates: readonly [] }
  | { match: "name-only" | "several" | "no-such-person"; person: null; candidates: readonly Row[] };

/** `bearers` are all who bear or bore the name, merged records read as one. A number that is none of theirs means nobody, whoever bears the name. */
export function whoIsMeant<Row extends Bearer>({ unit, fingerprint }: NamedBy, bearers: readonly Row[]): Meant<Row> {
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

/** A unit is often written with less or more than its whole name. */
function isOfUnit({ units }: Bearer, unit: string): boolean {
  return units.some((name) => name.includes(unit) || unit.includes(name));
}
