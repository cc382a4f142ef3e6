// The notes say in words which readings are taken and who decides what: the tables there agree with the rules.
import { isManagedAbove, managementName } from "../procedure/management.ts";
import type { Sentence } from "../text/citation.ts";
import type { Pack, Problem, RuleOf, Setting } from "../pack/pack.ts";
import { ruleProblem } from "./problem.ts";
import { termWritten } from "./wording/terms.ts";
import { sameMembers } from "./wording/named.ts";
import {
  settingsTable,
  readingFault,
  mendSettingsRow,
  settingsRowNotOne,
  settingUnknown,
  settingsRowDiffers,
  ownTermsTable,
  writtenCount,
  ownTermUnnoted,
  authorityTable,
  bodyNotOwn,
  ownBodyIdle,
  authorityRowUnlike,
  decidersMixed,
  decidersForeign,
  everyMeasure,
} from "./words.ts";

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
  const rows = tableOf(pack.notes, settingsTable);
  const problem = (line: number, name: string, fault: Sentence): Problem => ({
    file: `${pack.id}/notes.md`,
    line,
    clause: null,
    message: readingFault(name, fault),
    mend: mendSettingsRow(name),
  });
  const missing = pack.settings
    .filter((setting) => rows.filter((row) => row.cells[0] === setting.name).length !== 1)
    .map((setting) => problem(1, setting.name, settingsRowNotOne));
  const wrong = rows.flatMap(({ cells, line }) => {
    const [name = "", , taken = "", others = ""] = cells;
    const setting = pack.settings.find((one) => one.name === name);
    if (setting === undefined) return [problem(line, name, settingUnknown)];
    return agreesWith(setting, taken, others) ? [] : [problem(line, name, settingsRowDiffers)];
  });
  return [...missing, ...wrong];
}

/** A term that the text leaves open is the office's own: the notes say it a second time, since no word of the text does. */
function ownTerms(pack: Pack): Problem[] {
  const rows = tableOf(pack.notes, ownTermsTable).map((row) => row.cells.slice(0, 2).join(" | "));
  const steps = pack.rules.filter((rule) => rule.kind === "step");
  const own = steps.filter(
    (rule) => rule.within.unit === "working-days" && !writtenCount.test(rule.within.words ?? ""),
  );
  const due = own.map((rule) => ({ rule, row: `${rule.id} | ${termWritten(rule.within)}` }));
  return due
    .filter(({ row }) => !rows.includes(row))
    .map(({ rule, row }) => ruleProblem(pack, rule, ownTermUnnoted(termWritten(rule.within), row)));
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
  const written = tableOf(pack.notes, authorityTable).map((row) =>
    row.cells.map((cell) => parts(cell).join("、")).join(" | "),
  );
  const given = rule.authority.map((row) =>
    [
      managementName(vocabulary, row.managedBy).zh,
      vocabulary.measures.every((measure) => row.measures.includes(measure.id))
        ? everyMeasure
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
    (row) => isManagedAbove(vocabulary, row.managedBy) && row.decides.some((body) => rule.ownBodies.includes(body)),
  );
  const acting = [
    ...rule.authority.flatMap((row) => [...row.decides, ...row.proposes, ...row.approves, ...row.executes]),
    ...pack.rules.flatMap((one) => ("by" in one ? one.by : [])),
  ];
  const here = [
    ...rule.authority.flatMap((row) =>
      isManagedAbove(vocabulary, row.managedBy) ? row.proposes : [...row.decides, ...row.proposes],
    ),
    ...pack.rules.flatMap((one) => (one.kind === "step" ? one.by : [])),
  ];
  const missing = [...new Set(here)].filter((body) => !rule.ownBodies.includes(body));
  const idle = rule.ownBodies.filter((body) => !acting.includes(body));
  return [
    ...missing.map((body) => ruleProblem(pack, rule, bodyNotOwn(body))),
    ...idle.map((body) => ruleProblem(pack, rule, ownBodyIdle(body))),
    ...unlike.map((row) => ruleProblem(pack, rule, authorityRowUnlike(row))),
    ...[...strangers, ...above].map((row) =>
      ruleProblem(
        pack,
        rule,
        decidersMixed(managementName(vocabulary, row.managedBy).zh, row.decides, rule.ownBodies, row.managedBy),
      ),
    ),
    ...rule.authority
      .filter(
        (row) =>
          !isManagedAbove(vocabulary, row.managedBy) && !row.decides.every((body) => rule.ownBodies.includes(body)),
      )
      .map((row) =>
        ruleProblem(
          pack,
          rule,
          decidersForeign(managementName(vocabulary, row.managedBy).zh, row.decides, row.managedBy),
        ),
      ),
  ];
}

const parts = (cell: string): string[] => cell.split("、").toSorted();
