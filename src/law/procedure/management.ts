// Levels as the vocabulary has them: of management (管理权限), that is who manages a cadre or a body, and of posts (职务层次).
import { noSuchLevel, noSuchManagementLevel } from "./words.ts";
import type { LevelId, ManagementLevel, Vocabulary } from "../pack/vocabulary.ts";
import type { Sentence } from "../text/citation.ts";

type Levels = Pick<Vocabulary, "names" | "managedAbove">;

/** The ids of all levels, in the order of the vocabulary. */
export function managementLevelsOf({ names }: Levels): ManagementLevel[] {
  return Object.keys(names.managedBy);
}

/** The name of a level; of one that the vocabulary does not have any more, its id. */
export function managementName({ names }: Pick<Vocabulary, "names">, level: ManagementLevel): Sentence {
  return names.managedBy[level] ?? { zh: level, en: level };
}

/** Whether a body above the district manages them, so that the district's own can only propose. */
export function isManagedAbove({ managedAbove }: Levels, level: ManagementLevel): boolean {
  return managedAbove.includes(level);
}

/** What refuses a level that is none of the vocabulary's; null where it is one. */
export function faultOfManagementLevel(levels: Levels, level: ManagementLevel): Sentence | null {
  return Object.hasOwn(levels.names.managedBy, level) ? null : noSuchManagementLevel(level);
}

/** What refuses a level of posts that is none of the vocabulary's; null where it is one. */
export function faultOfLevel({ levels }: Pick<Vocabulary, "levels">, level: LevelId): Sentence | null {
  return levels.some(({ id }) => id === level) ? null : noSuchLevel(level);
}

/** The level at which the district itself manages: the first that is not above it. */
export function districtLevelOf(levels: Levels): ManagementLevel {
  return managementLevelsOf(levels).find((level) => !isManagedAbove(levels, level)) ?? "";
}
