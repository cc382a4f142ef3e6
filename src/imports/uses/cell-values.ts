// What is written in the cells of an import, read: days, words of lists, lists within a cell.
import { faultOfIdNumber } from "#registry/id-number.ts";
import type { ColumnChoice } from "../rules/import-column-names.ts";
import { parseDay } from "#law/reckon/days.ts";
import type { Law } from "#law/compile/law.ts";
import { dayPattern, sexCells, yesNoCells, politicalShort, gradePattern } from "./words.ts";

/** ISO day, or null: also 2024/3/1, 2024.3.1, 2024年3月1日, 20240301; a month alone is its first day. */
export function dayOf(text: string): string | null {
  const found = dayPattern.exec(text) ?? /^(\d{4})(\d{2})(\d{2})?$/u.exec(text);
  if (found === null) return null;
  const [, year = "", month = "", day = "1"] = found;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return parseDay(iso) === null || iso < "1900-01-01" ? null : iso;
}

/** The words of a list that a cell may hold, for the template's drop-downs. Organizations are listed by whoever has them. */
export function choicesOf(law: Law, choice: Exclude<ColumnChoice, "organizations">): string[] {
  return [...listOf(law, choice).values()].map(({ word }) => word);
}

/** The id that a word stands for; null when it is none of the list. */
export function idOf(law: Law, choice: Exclude<ColumnChoice, "organizations">, text: string): string | null {
  const wanted = text.replaceAll(/\s+/gu, "");
  for (const [id, { word, also }] of listOf(law, choice)) if (word === wanted || also.includes(wanted)) return id;
  return null;
}

type Word = { word: string; also: readonly string[] };

function listOf(law: Law, choice: Exclude<ColumnChoice, "organizations">): ReadonlyMap<string, Word> {
  const { levels, personnel, names } = law.vocabulary;
  const named = (list: readonly { id: string; name: { zh: string }; words?: readonly string[] }[]) =>
    new Map(list.map(({ id, name, words = [] }): [string, Word] => [id, { word: name.zh, also: words }]));
  switch (choice) {
    case "sexes":
      return sexCells;
    case "yes-no":
      return yesNoCells;
    case "levels":
      return named(levels);
    case "managers":
      return new Map(Object.entries(names.managedBy).map(([id, { zh }]) => [id, { word: zh, also: [] }]));
    case "politicalStatuses":
      return new Map(
        personnel.politicalStatuses.map(({ id, name }) => [id, { word: name.zh, also: politicalShort[id] ?? [] }]),
      );
    case "ranks":
      return named(personnel.ranks);
    case "appointments":
      return named(personnel.appointments);
    case "grades":
      return named(personnel.grades);
    case "honourLevels":
      return named(personnel.honourLevels);
  }
}

/** Several of one kind in a cell. */
export function partsOf(text: string): string[] {
  return text
    .split(/[、,，;；\n]+/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** 2023年优秀；2024年度称职: each year with its grade's id. Null for a part that says neither. */
export function gradesIn(law: Law, text: string): { year: number; grade: string }[] | null {
  const grades: { year: number; grade: string }[] = [];
  for (const part of text.split(/[,，;；。、\n]+/u).map((one) => one.trim())) {
    if (part === "") continue;
    const found = gradePattern.exec(part);
    const grade = found === null ? null : idOf(law, "grades", found[2] ?? "");
    if (found === null || grade === null) return null;
    grades.push({ year: Number(found[1]), grade });
  }
  return grades;
}

/** `idNumber` is in upper case, or empty where it is not told. */
export type RelativeTold = { relation: string; name: string; idNumber: string };

/** 配偶：王某某；儿子：张某某（身份证号）. Null for a part that is not two with a colon between, or tells a number that is none. */
export function relativesIn(text: string): RelativeTold[] | null {
  const relatives: RelativeTold[] = [];
  for (const part of text.split(/[;；\n]+/u).map((one) => one.trim())) {
    if (part === "") continue;
    const [relation = "", whole = ""] = part.split(/[:：]/u).map((one) => one.trim());
    const [, name = "", told = ""] = /^([^(（]*)(?:[(（]([^)）]*)[)）])?$/u.exec(whole) ?? [];
    const idNumber = told.normalize("NFKC").replaceAll(/\s+/gu, "").toUpperCase();
    if (relation === "" || name.trim() === "" || relation.length > 20 || name.length > 50) return null;
    if (idNumber !== "" && faultOfIdNumber(idNumber) !== null) return null;
    relatives.push({ relation, name: name.trim(), idNumber });
  }
  return relatives;
}

/** Letters of any script, with the dots that part names of several. */
export function isName(text: string): boolean {
  return text.length <= 50 && /^\p{L}[\p{L}\p{M}·•・.\s]*$/u.test(text);
}
