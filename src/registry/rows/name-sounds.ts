// How a name may be read: its surname as a surname (单 Shàn, 仇 Qiú), and every other reading of each character (乐: le, yue).
import type { pinyin as PinyinOf, polyphonic as PolyphonicOf } from "pinyin-pro";

/** In lower case without tones, ü as v; whole names and their initials, each once. */
export type Sounds = { whole: string[]; initials: string[] };

/** More than so many readings of one name are not written: rare characters have many that nobody uses. */
const maxSounds = 12;

let reading: Promise<{ pinyin: typeof PinyinOf; polyphonic: typeof PolyphonicOf }> | null = null;
const readingsOfCharacter = new Map<string, string[]>();

/** Its table of readings is large, and a start that adds nobody does not wait for it. */
export async function readNames(names: readonly string[]): Promise<Map<string, Sounds>> {
  const { pinyin, polyphonic } = await (reading ??= import("pinyin-pro"));
  const others = (character: string): string[] => {
    const known = readingsOfCharacter.get(character);
    if (known !== undefined) return known;
    const [read = []] = polyphonic(character, { toneType: "none", type: "array" });
    const plain = [...new Set(read.map(letters))].filter((one) => one !== "");
    readingsOfCharacter.set(character, plain);
    return plain;
  };
  return new Map(
    [...new Set(names)].map((name) => {
      const first = pinyin(name, { toneType: "none", type: "array", surname: "head", v: true }).map(letters);
      const characters = [...name];
      const ways = first.map((syllable, index) => [
        ...new Set([syllable, ...(characters.length === first.length ? others(characters[index] ?? "") : [])]),
      ]);
      const all = variantsOf(first, ways).filter((one) => one.some((syllable) => syllable !== ""));
      return [
        name,
        {
          whole: [...new Set(all.map((one) => one.join("")))],
          initials: [...new Set(all.map((one) => one.map((syllable) => syllable.charAt(0)).join("")))],
        },
      ];
    }),
  );
}

/** All combinations while they are few; else the usual reading with one character at a time read otherwise. */
function variantsOf(first: readonly string[], ways: readonly string[][]): string[][] {
  const count = ways.reduce((product, way) => product * way.length, 1);
  if (count <= maxSounds)
    return ways.reduce<string[][]>((sofar, way) => sofar.flatMap((one) => way.map((next) => [...one, next])), [[]]);
  const single = ways.flatMap((way, index) => way.map((syllable) => first.with(index, syllable)));
  return [[...first], ...single].slice(0, maxSounds);
}

function letters(syllable: string): string {
  return syllable
    .toLowerCase()
    .replaceAll("ü", "v")
    .replaceAll(/[^a-z]/gu, "");
}
