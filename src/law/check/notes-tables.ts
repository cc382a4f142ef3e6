// The notes say in words which readings are taken and who decides what: the tables there agree with the rules.
import type { Pack, Problem, RuleOf, Setting } from "../pack.ts";
import { ruleProblem } from "./problem.ts";
import { sameMembers } from "./words.ts";

/** Of a pack with readings: the table 设置. Of one with competence: the table 管理权限. */
export function checkNotesTables(pack: Pack): Problem[] {
  return [
    ...readings(pack),
    ...pack.rules.flatMap((rule) => (rule.kind === "competence" ? authority(pack, rule) : [])),
  ];
}

type TableRow = { cells: string[]; line: number };

/** The rows of the table whose first heading is this. */
function tableOf(notes: string, heading: string): TableRow[] {
  const rows: TableRow[] = [];
  let inside = false;
  for (const [index, line] of notes.split("\n").entries()) {
    if (!line.startsWith("|")) {
      inside = false;
      continue;
    }
    const cells = line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (inside && !/^-+$/u.test(cells[0] ?? "")) rows.push({ cells, line: index + 1 });
    if (cells[0] === heading) inside = true;
  }
  return rows;
}

function readings(pack: Pack): Problem[] {
  const rows = tableOf(pack.notes, "设置");
  const problem = (line: number, name: string, zh: string, en: string): Problem => ({
    file: `${pack.id}/notes.md`,
    line,
    clause: null,
    message: { zh: `读法 ${name}：${zh}`, en: `the reading ${name}: ${en}` },
  });
  const missing = pack.settings
    .filter((setting) => rows.filter((row) => row.cells[0] === setting.name).length !== 1)
    .map((setting) =>
      problem(1, setting.name, "说明的表中没有恰好一行", "the table of the notes does not have exactly one row"),
    );
  const wrong = rows.flatMap(({ cells, line }) => {
    const [name = "", , taken = "", others = ""] = cells;
    const setting = pack.settings.find((one) => one.name === name);
    if (setting === undefined) return [problem(line, name, "规则中没有这一设置", "the rules have no such setting")];
    return agreesWith(setting, taken, others)
      ? []
      : [
          problem(
            line,
            name,
            "所写的采用或者备选与规则不符",
            "what is taken, or its alternatives, differs from the rules",
          ),
        ];
  });
  return [...missing, ...wrong];
}

function agreesWith(setting: Setting, taken: string, others: string): boolean {
  const words = (option: string): string => setting.options[option]?.zh ?? "";
  const rest = Object.keys(setting.options).filter((option) => option !== setting.default);
  return (
    taken.startsWith(words(setting.default)) && sameMembers(others === "" ? [] : others.split("；"), rest.map(words))
  );
}

function authority(pack: Pack, rule: RuleOf<"competence">): Problem[] {
  const { vocabulary } = pack;
  const bodies = (ids: readonly string[]): string =>
    vocabulary.bodies
      .filter((body) => ids.includes(body.id))
      .map((body) => body.name.zh)
      .join("、");
  const written = tableOf(pack.notes, "管理权限").map((row) =>
    row.cells.map((cell) => parts(cell).join("、")).join(" | "),
  );
  const given = rule.authority.map((row) =>
    [
      vocabulary.names.managedBy[row.managedBy].zh,
      vocabulary.measures.every((measure) => row.measures.includes(measure.id))
        ? ALL
        : vocabulary.measures
            .filter((measure) => row.measures.includes(measure.id))
            .map((measure) => measure.name.zh)
            .join("、"),
      bodies(row.decides),
      bodies(row.proposes),
      bodies(row.approves),
      bodies(row.executes),
    ]
      .map((cell) => parts(cell).join("、"))
      .join(" | "),
  );
  const unlike = [...given.filter((row) => !written.includes(row)), ...written.filter((row) => !given.includes(row))];
  const strangers = rule.authority.filter((row) => {
    const own = row.decides.filter((body) => rule.ownBodies.includes(body)).length;
    return own !== 0 && own !== row.decides.length;
  });
  const above = rule.authority.filter(
    (row) => row.managedBy === "city" && row.decides.some((body) => rule.ownBodies.includes(body)),
  );
  return [
    ...unlike.map((row) =>
      ruleProblem(pack, rule, `权限“${row}”在规则与说明中不一致`, `the notes and the rule differ on “${row}”`),
    ),
    ...[...strangers, ...above].map((row) =>
      ruleProblem(
        pack,
        rule,
        `${vocabulary.names.managedBy[row.managedBy].zh}的决定机关与 ownBodies 不符`,
        `who decides for ${row.managedBy} does not agree with ownBodies`,
      ),
    ),
    ...rule.authority
      .filter((row) => row.managedBy !== "city" && !row.decides.every((body) => rule.ownBodies.includes(body)))
      .map((row) =>
        ruleProblem(
          pack,
          rule,
          `${vocabulary.names.managedBy[row.managedBy].zh}由本办法以外的机关决定`,
          `for ${row.managedBy} a body outside this regulation decides`,
        ),
      ),
  ];
}

/** Stands in the table for every measure. */
const ALL = "全部";

const parts = (cell: string): string[] => cell.split("、").toSorted();
