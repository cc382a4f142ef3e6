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
  const written = tableOf(pack.notes, authorityTable).map((row) => rowText(row.cells));
  const given = rule.authority.map((row) => authorityText(pack, row));
  const unlike = [...given.filter((row) => !written.includes(row)), ...written.filter((row) => !given.includes(row))];
  return [
    ...ownBodies(pack, rule),
    ...unlike.map((row) => ruleProblem(pack, rule, authorityRowUnlike(row))),
    ...deciders(pack, rule),
  ];
}

type Authority = RuleOf<"competence">["authority"][number];

// A row of the rule as the table has it.
function authorityText({ vocabulary }: Pack, row: Authority): string {
  const named = (list: readonly { id: string; name: Sentence }[], ids: readonly string[]): string =>
    list
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name.zh)
      .join("、");
  const { bodies, measures } = vocabulary;
  return rowText([
    managementName(vocabulary, row.managedBy).zh,
    measures.every((measure) => row.measures.includes(measure.id)) ? everyMeasure : named(measures, row.measures),
    ...[row.decides, row.proposes, row.approves, row.executes].map((ids) => named(bodies, ids)),
  ]);
}

// The bodies that act here and are not said to be the office's own; its own ones that do nothing.
function ownBodies(pack: Pack, rule: RuleOf<"competence">): Problem[] {
  const { vocabulary } = pack;
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
  ];
}

// Of persons managed from above others decide, of all the rest bodies of the office's own; never both together.
function deciders(pack: Pack, rule: RuleOf<"competence">): Problem[] {
  const { vocabulary } = pack;
  const isOwn = (body: string): boolean => rule.ownBodies.includes(body);
  const mixed = rule.authority.filter((row) => row.decides.some(isOwn) && !row.decides.every(isOwn));
  const above = rule.authority.filter((row) => isManagedAbove(vocabulary, row.managedBy) && row.decides.some(isOwn));
  const foreign = rule.authority.filter(
    (row) => !isManagedAbove(vocabulary, row.managedBy) && !row.decides.every(isOwn),
  );
  return [
    ...[...mixed, ...above].map((row) =>
      ruleProblem(
        pack,
        rule,
        decidersMixed(managementName(vocabulary, row.managedBy).zh, row.decides, rule.ownBodies, row.managedBy),
      ),
    ),
    ...foreign.map((row) =>
      ruleProblem(
        pack,
        rule,
        decidersForeign(managementName(vocabulary, row.managedBy).zh, row.decides, row.managedBy),
      ),
    ),
  ];
}

// The names in a cell in one order, whatever they are written in.
function rowText(cells: readonly string[]): string {
  return cells.map((cell) => cell.split("、").toSorted().join("、")).join(" | ");
}
