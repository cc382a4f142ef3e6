// The secret under which ID numbers are sealed: a file in the data folder that only its owner reads.
import type { IdNumberKeys } from "#access/id-number.ts";

/** Reads `keys/id-number.key` of the data folder, making it at the first start. Throws StoreProblem. */
export function openKeys(_dataFolder: string): IdNumberKeys {
  throw new Error("being written");
}
