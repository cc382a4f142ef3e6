// A pack that takes the place of another begins on the day after the other ends, none comes to follow itself, and no two versions
// that are cited by one name are in force on the same day.
import type { Pack, Problem } from "../pack/pack.ts";
import { validityOf } from "../compile/table.ts";
import { headProblem } from "./problem.ts";

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
    return [
      headProblem(
        pack,
        { zh: `取代关系（succeeds）成了一圈：${circle}`, en: `the packs succeed each other in a circle: ${circle}` },
        { zh: "最早的一部 succeeds 写 null", en: "the first of them succeeds null" },
      ),
    ];
  });
}

function successionFaults(pack: Pack, packs: readonly Pack[]): Problem[] {
  if (pack.succeeds === null) return [];
  const before = packs.find((other) => other.id === pack.succeeds);
  if (before === undefined) {
    return [
      headProblem(
        pack,
        { zh: `succeeds 为 ${pack.succeeds}，没有这部规定`, en: `there is no pack ${pack.succeeds}` },
        { zh: "改为它所取代的规定的编号；没有的写 null", en: "name the pack whose place it takes, or null" },
      ),
    ];
  }
  if (validityOf(before).validUntil + 1 === validityOf(pack).validFrom) return [];
  const ends = before.validity.until;
  return [
    headProblem(
      pack,
      {
        zh: `自 ${pack.validity.from} 起施行，而所取代的 ${before.id} 至 ${ends ?? "（无）"}，两者应首尾相接`,
        en: `it begins on ${pack.validity.from}, and ${before.id}, which it replaces, ends on ${ends ?? "no day"}`,
      },
      {
        zh: `${before.id} 的 validity.until 应为本规定施行的前一日`,
        en: `validity.until of ${before.id} is the day before this one begins`,
      },
    ),
  ];
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
    .map((other) =>
      headProblem(
        pack,
        {
          zh: `与 ${other.id} 同名且同时有效，不写年份的引用无从确定`,
          en: `it is in force together with its namesake ${other.id}, so a citation without a year is ambiguous`,
        },
        { zh: "改其中一部的 validity，或者 citedAs", en: "mend validity or citedAs of one of them" },
      ),
    );
}
