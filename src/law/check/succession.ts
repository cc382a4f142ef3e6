// A pack that takes the place of another begins on the day after the other ends, and no two versions that
// are cited by one name are in force on the same day.
import type { Pack, Problem } from "../pack.ts";
import { validityOf } from "../table.ts";

export function checkSuccession(packs: readonly Pack[]): Problem[] {
  return packs.flatMap((pack) => [...successionFaults(pack, packs), ...overlapFaults(pack, packs)]);
}

function successionFaults(pack: Pack, packs: readonly Pack[]): Problem[] {
  if (pack.succeeds === null) return [];
  const before = packs.find((other) => other.id === pack.succeeds);
  if (before === undefined) {
    return [headProblem(pack, `没有名为 ${pack.succeeds} 的规定`, `there is no pack ${pack.succeeds}`)];
  }
  if (validityOf(before).validUntil + 1 === validityOf(pack).validFrom) return [];
  return [
    headProblem(
      pack,
      `自 ${pack.validity.from} 起施行，而所取代的 ${before.id} 至 ${before.validity.until ?? "（无）"}`,
      `it begins on ${pack.validity.from}, and ${before.id}, which it replaces, ends on ${before.validity.until ?? "no day"}`,
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
        `与 ${other.id} 同名且同时有效，不写年份的引用无从确定`,
        `it is in force together with its namesake ${other.id}, so a citation without a year is ambiguous`,
      ),
    );
}

function headProblem(pack: Pack, zh: string, en: string): Problem {
  return { file: `${pack.id}/rules.yaml`, line: 1, clause: null, message: { zh, en } };
}
