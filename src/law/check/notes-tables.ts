// The notes say in words which readings are taken and who decides what: the tables there agree with the rules.
import type { Pack, Problem, RuleOf, Setting } from "../pack/pack.ts";
import { ruleProblem } from "./problem.ts";
import { termWritten } from "./words/term-words.ts";
import { sameMembers } from "./words/words.ts";

/** Of a pack with readings: the table 设置. Of one with competence: the table 管理权限. Of one with terms of the office's own: 内部期限. */
export function checkNotesTables(pack: Pack): Problem[] {
  return [
    ...readings(pack),
    ...ownTerms(pack),
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
    mend: {
      zh: `notes.md 的“设置”表每项读法一行：| ${name} | 出处 | 采用的读法 | 其余读法，用“；”隔开 |，文字与 settings 的 options 相同`,
      en: "the table of the notes has one row a setting: name, place, what is taken, and the alternatives parted by ；",
    },
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

/** A term that the text leaves open is the office's own: the notes say it a second time, since no word of the text does. */
function ownTerms(pack: Pack): Problem[] {
  const rows = tableOf(pack.notes, "内部期限").map((row) => row.cells.slice(0, 2).join(" | "));
  const steps = pack.rules.filter((rule) => rule.kind === "step");
  const own = steps.filter(
    (rule) => rule.within.unit === "working-days" && !/[一二三四五六七八九十\d]/u.test(rule.within.words ?? ""),
  );
  const due = own.map((rule) => ({ rule, row: `${rule.id} | ${termWritten(rule.within)}` }));
  return due
    .filter(({ row }) => !rows.includes(row))
    .map(({ rule, row }) =>
      ruleProblem(pack, rule, {
        zh: `期限（within）为 ${termWritten(rule.within)}，是内部期限，notes.md 的“内部期限”表没有“${row}”一行`,
        en: `the term of ${termWritten(rule.within)} is the office’s own, and the table 内部期限 of the notes has no row “${row}”`,
        mend: {
          zh: `改 within，或者在 notes.md 的“内部期限”表（| 内部期限 | 期限 |）中写一行：| ${row} |`,
          en: `mend within, or give the table a row: | ${row} |`,
        },
      }),
    );
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
  const acting = [
    ...rule.authority.flatMap((row) => [...row.decides, ...row.proposes, ...row.approves, ...row.executes]),
    ...pack.rules.flatMap((one) => ("by" in one ? one.by : [])),
  ];
  const here = [
    ...rule.authority.flatMap((row) => (row.managedBy === "city" ? row.proposes : [...row.decides, ...row.proposes])),
    ...pack.rules.flatMap((one) => (one.kind === "step" ? one.by : [])),
  ];
  const missing = [...new Set(here)].filter((body) => !rule.ownBodies.includes(body));
  const idle = rule.ownBodies.filter((body) => !acting.includes(body));
  return [
    ...missing.map((body) =>
      ruleProblem(pack, rule, {
        zh: `${body} 按本办法建议或者办理，不在 ownBodies 中`,
        en: `${body} proposes or acts under this regulation and is not among ownBodies`,
        mend: { zh: `把 ${body} 加入 ownBodies`, en: `add ${body} to ownBodies` },
      }),
    ),
    ...idle.map((body) =>
      ruleProblem(pack, rule, {
        zh: `ownBodies 中的 ${body} 在 authority 和各条的 by 中都没有`,
        en: `${body} of ownBodies has no part in authority and no step`,
        mend: { zh: `从 ownBodies 中删去，或者在 authority 中写明它办什么`, en: "leave it out, or say what it does" },
      }),
    ),
    ...unlike.map((row) =>
      ruleProblem(pack, rule, {
        zh: `权限“${row}”在规则与说明中不一致`,
        en: `the notes and the rule differ on “${row}”`,
        mend: {
          zh: "notes.md 的“管理权限”表与 authority 逐行相同：| 管理权限 | 方式 | 决定 | 建议 | 批准 | 执行 |",
          en: "make the table 管理权限 of notes.md and authority agree row by row",
        },
      }),
    ),
    ...[...strangers, ...above].map((row) =>
      ruleProblem(pack, rule, {
        zh: `${vocabulary.names.managedBy[row.managedBy].zh}的决定机关 ${row.decides.join("、")} 与 ownBodies（${rule.ownBodies.join("、")}）不符`,
        en: `who decides for ${row.managedBy} does not agree with ownBodies`,
        mend: {
          zh: "市管干部由 ownBodies 以外的机关决定；一行中的决定机关或者都在 ownBodies 内，或者都不在",
          en: "for a city-managed cadre a body outside ownBodies decides; the bodies of one row are all within it or all outside",
        },
      }),
    ),
    ...rule.authority
      .filter((row) => row.managedBy !== "city" && !row.decides.every((body) => rule.ownBodies.includes(body)))
      .map((row) =>
        ruleProblem(pack, rule, {
          zh: `${vocabulary.names.managedBy[row.managedBy].zh}由本办法以外的机关 ${row.decides.join("、")} 决定`,
          en: `for ${row.managedBy} a body outside this regulation decides`,
          mend: { zh: "把该机关加入 ownBodies，或者改 decides", en: "add that body to ownBodies, or mend decides" },
        }),
      ),
  ];
}

/** Stands in the table for every measure. */
const ALL = "全部";

const parts = (cell: string): string[] => cell.split("、").toSorted();
