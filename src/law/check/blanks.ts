// What a template leaves to be filled in: 【待填：…】 in any file of a pack, each with its line.
import type { PackFiles, Problem } from "../pack/pack.ts";
import { blankPattern, blankLeft, mendBlank } from "./words.ts";

/** Every blank that is left, in the order of the files; a file is named as the checks name it. */
export function blanksIn(files: PackFiles): Problem[] {
  const parts = [
    ["text.md", files.text],
    ["rules.yaml", files.rules],
    ["examples.yaml", files.examples],
    ["notes.md", files.notes],
  ] as const;
  return parts.flatMap(([name, text]) =>
    text.split("\n").flatMap((line, index) =>
      [...line.matchAll(blankPattern)].map(([, what = ""]) => ({
        file: `${files.id}/${name}`,
        line: index + 1,
        clause: null,
        message: blankLeft(what),
        mend: mendBlank,
      })),
    ),
  );
}
