// What is written in the cells of an import, read: days, words of lists, lists within a cell.
import { faultOfIdNumber } from "#registry/id-number.ts";
import type { ColumnChoice } from "../rules/import-column-names.ts";
import type { Law } from "#law/compile/law.ts";
import { typedIdNumber } from "#lists/rules/cell-id-number.ts";
import { nameOf } from "#lists/rules/cell-name.ts";
import { levelOf } from "#lists/rules/cell-level.ts";
import { sexCells, yesNoCells, politicalShort, yearRange, yearsWithGrade } from "./words.ts";

/** The words of a list that a cell may hold, for the template's drop-downs. Organizations are listed by whoever has them. */
export function choicesOf(law: Law, choice: Exclude<ColumnChoice, "organizations">): string[] {
  return [...listOf(law, choice).values()].map(({ word }) => word);
}

/** The id that a word stands for; null when it is none of the list. */
export function idOf(law: Law, choice: Exclude<ColumnChoice, "organizations">, text: string): string | null {
  if (choice === "levels") return levelOf(law.vocabulary.levels, text);
  const wanted = text.normalize("NFKC").replaceAll(/\s+/gu, "");
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

/**
 * 2023年优秀；2024年度称职, or as a sentence: 2022年度、2023年度、2024年度考核均为称职. Each year with its grade's id. Null where something else stands
 * there too.
 */
export function gradesIn(law: Law, text: string): { year: number; grade: string }[] | null {
  const grades: { year: number; grade: string }[] = [];
  const rest = text.normalize("NFKC").replaceAll(yearsWithGrade, (whole, years: string, word: string) => {
    const grade = idOf(law, "grades", word);
    if (grade === null) return whole;
    for (const year of yearsIn(years)) grades.push({ year, grade });
    return "";
  });
  return /[^\s,;:。、]/u.test(rest) ? null : grades;
}

/** 2022年度、2023年度, or 2022-2024年. */
function yearsIn(text: string): number[] {
  return [...text.matchAll(yearRange)].flatMap(([, first = "", last = first]) =>
    Array.from(
      { length: Math.min(50, Math.max(0, Number(last) - Number(first) + 1)) },
      (_none, more) => Number(first) + more,
    ),
  );
}

/** `idNumber` is in upper case, or empty where it is not told. */
export type RelativeTold = { relation: string; name: string; idNumber: string };

/** 配偶：王某某；儿子：张某某（身份证号）. Null for a part that is not two with a colon between, or tells a number that is none. */
export function relativesIn(text: string): RelativeTold[] | null {
  const relatives: RelativeTold[] = [];
  for (const part of text.split(/[;；\n]+/u).map((one) => one.trim())) {
    if (part === "") continue;
    const [relation = "", whole = ""] = part.split(/[:：]/u).map((one) => one.trim());
    const [, written = "", told = ""] = /^([^(（]*)(?:[(（]([^)）]*)[)）])?$/u.exec(whole) ?? [];
    const name = nameOf(written);
    const idNumber = typedIdNumber(told);
    if (relation === "" || name === "" || relation.length > 20 || name.length > 50) return null;
    if (idNumber !== "" && faultOfIdNumber(idNumber) !== null) return null;
    relatives.push({ relation, name, idNumber });
  }
  return relatives;
}
