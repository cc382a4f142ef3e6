// A pack that takes the place of another begins on the day after the other ends, none comes to follow itself, and no two versions
// that are cited by one name are in force on the same day.
import type { Pack, Problem } from "../pack/pack.ts";
import { validityOf } from "../compile/table.ts";
import { headProblem } from "./problem.ts";
import {
  successionCircular,
  mendCircle,
  succeededUnknown,
  mendSucceeds,
  gapInSuccession,
  mendUntil,
  namesakeInForce,
  mendNamesake,
} from "./words.ts";

export function checkSuccession(packs: readonly Pack[]): Problem[] {
  return [
    ...circles(packs),
    ...packs.flatMap((pack) => [...successionFaults(pack, packs), ...overlapFaults(pack, packs)]),
  ];
}

/** A circle of packs each of which takes the place of the next is told once, with all its members. */
function circles(packs: readonly Pack[]): Problem[] {
  const told = new Set<string>();
  return packs.flatMap((pack) => {
    const way: string[] = [];
    let at: Pack | undefined = pack;
    while (at !== undefined && !way.includes(at.id)) {
      way.push(at.id);
      const { succeeds }: Pack = at;
      at = packs.find((other) => other.id === succeeds);
    }
    if (at?.id !== pack.id || way.some((id) => told.has(id))) return [];
    for (const id of way) told.add(id);
    const circle = [...way, pack.id].join(" → ");
    return [headProblem(pack, successionCircular(circle), mendCircle)];
  });
}

function successionFaults(pack: Pack, packs: readonly Pack[]): Problem[] {
  if (pack.succeeds === null) return [];
  const before = packs.find((other) => other.id === pack.succeeds);
  if (before === undefined) {
    return [headProblem(pack, succeededUnknown(pack.succeeds), mendSucceeds)];
  }
  if (validityOf(before).validUntil + 1 === validityOf(pack).validFrom) return [];
  const ends = before.validity.until;
  return [headProblem(pack, gapInSuccession(pack.validity.from, before.id, ends), mendUntil(before.id))];
}

function overlapFaults(pack: Pack, packs: readonly Pack[]): Problem[] {
  const own = validityOf(pack);
  return packs
    .slice(packs.indexOf(pack) + 1)
    .filter((other) => other.citedAs.some((name) => pack.citedAs.includes(name)))
    .filter((other) => {
      const { validFrom, validUntil } = validityOf(other);
      return validFrom <= own.validUntil && own.validFrom <= validUntil;
    })
    .map((other) => headProblem(pack, namesakeInForce(other.id), mendNamesake));
}
