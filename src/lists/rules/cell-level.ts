// A cell to a level of the vocabulary.
import { levelName, levelSides, levelWords } from "./list-words.ts";

/** The id of the level; null where it is none. 正科级, 副处 and the like are what people say for 乡科级正职, 县处级副职. */
export function levelOf(levels: readonly { id: string }[], text: string): string | null {
  const plain = text.normalize("NFKC").replaceAll(/\s+/gu, "");
  const [, everydaySide = "", everydayGrade] = levelWords.exec(plain) ?? [];
  const [, grade, side = ""] = levelSides.exec(plain) ?? [];
  const meant =
    everydayGrade !== undefined
      ? levelName(everydayGrade, everydaySide)
      : grade !== undefined
        ? levelName(grade, side)
        : plain;
  return levels.find(({ id }) => id === meant)?.id ?? null;
}
