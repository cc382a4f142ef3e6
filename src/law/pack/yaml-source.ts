// YAML read so that every fault names its line: the document, and the way back from a field to the text.
import { LineCounter, isNode, parseDocument } from "yaml";
import type { ErrorCode } from "yaml";
import type { Problem } from "./pack.ts";

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
        message: {
          zh: `不是有效的 YAML：第 ${col} 列${codes[error.code] ?? `写法有误（${error.code}）`}`,
          en: `not valid YAML: ${first}`,
        },
        mend: {
          zh: "检查这一行和上一行的缩进、冒号后的空格、括号和引号是否成对；含冒号、“#”、方括号的字用单引号括起",
          en: "look at the indentation, the space behind the colon, and brackets and quotes of this line and the one before",
        },
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

/** What each fault of YAML says to somebody who does not know its terms. */
const codes: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: "缩进不对",
  BAD_COLLECTION_TYPE: "列表和字段混在一处",
  BAD_DQ_ESCAPE: "双引号内的反斜杠写法不对",
  BAD_SCALAR_START: "开头的符号须用引号括起",
  BLOCK_AS_IMPLICIT_KEY: "缩进不对，或者冒号多余",
  BLOCK_IN_FLOW: "花括号或者方括号没有闭合",
  DUPLICATE_KEY: "同一字段写了两次",
  IMPOSSIBLE: "写法有误",
  KEY_OVER_1024_CHARS: "字段名过长，可能缺少冒号",
  MISSING_CHAR: "缺少逗号、括号、引号或者冒号后的空格",
  MULTILINE_IMPLICIT_KEY: "字段名跨行，可能缺少冒号",
  MULTIPLE_DOCS: "文件中有“---”分隔的两份内容",
  TAB_AS_INDENT: "用制表符缩进，应改为空格",
  UNEXPECTED_TOKEN: "有多余的符号",
};
