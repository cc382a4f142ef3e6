// YAML read so that every fault names its line: the document, and the way back from a field to the text.
import { LineCounter, isNode, parseDocument } from "yaml";

import type { Problem } from "./pack.ts";
import { mendYaml, yamlInvalid } from "./words.ts";

export type YamlRead =
  | { ok: true; value: unknown; lineOf: (path: readonly (string | number)[]) => number }
  | { ok: false; problems: Problem[] };

/** Parses one YAML file; `file` is the name that problems give it. */
export function readYaml(file: string, source: string): YamlRead {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, uniqueKeys: true });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => {
      const { line, col } = counter.linePos(error.pos[0]);
      const [first = ""] = error.message.split("\n");
      return {
        file,
        line,
        clause: null,
        message: yamlInvalid(col, error.code, first),
        mend: mendYaml,
      };
    });
    return { ok: false, problems };
  }
  // The deepest node on the path that the document has: a missing field is reported at its parent.
  const lineOf = (path: readonly (string | number)[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
    }
    return 1;
  };
  return { ok: true, value: document.toJS() as unknown, lineOf };
}
