// YAML read so that every fault names its line: the document, its schema and the way back to the text.
import { LineCounter, isNode, parseDocument } from "yaml";
import type { z } from "zod";
import type { Problem } from "./pack.ts";

export type YamlRead<Value> =
  | { ok: true; value: Value; lineOf: (path: readonly (string | number)[]) => number }
  | { ok: false; problems: Problem[] };

/** Parses one YAML file against a schema; `file` is the name that problems give it. */
export function readYaml<Schema extends z.ZodType>(
  file: string,
  source: string,
  schema: Schema,
): YamlRead<z.output<Schema>> {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, uniqueKeys: true });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      file,
      line: counter.linePos(error.pos[0]).line,
      clause: null,
      message: { zh: `不是有效的 YAML：${error.message}`, en: `not valid YAML: ${error.message}` },
    }));
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
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { ok: true, value: parsed.data, lineOf };
  const problems = parsed.error.issues.map(nearest).map((issue) => {
    const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
    const where = path.join(".");
    return {
      file,
      line: lineOf(path),
      clause: null,
      message: { zh: `字段 ${where} 不合格式：${issue.message}`, en: `field ${where}: ${issue.message}` },
    };
  });
  return { ok: false, problems };
}

// Where none of several forms fits, the fault of the form that comes nearest says most.
function nearest(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== "invalid_union") return issue;
  const closest = issue.errors.toSorted((one, other) => one.length - other.length)[0]?.[0];
  return closest === undefined ? issue : nearest({ ...closest, path: [...issue.path, ...closest.path] });
}
