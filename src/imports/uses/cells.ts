// Cells that several kinds of import have: each read, or its fault noted in the row.
import type { ManagementLevel } from "#law/pack/vocabulary.ts";
import { faultOfIdNumber } from "#registry/id-number.ts";
import type { ColumnChoice } from "../rules/import-column-names.ts";
import type { OrganizationStanding } from "#registry/rows/organizations.ts";
import { dayOf, isUntilNow } from "#lists/rules/cell-day.ts";
import { idNumberOf } from "#lists/rules/cell-id-number.ts";
import { isName, namedIn } from "#lists/rules/cell-name.ts";
import { choicesOf, idOf } from "./cell-values.ts";
import type { PlanContext, RowPlan, Units } from "./planned.ts";
import {
  nameMissing,
  nameInvalid,
  idNumberMissing,
  idNumberCut,
  idNumberMasked,
  choiceUnknown,
  dayInvalid,
  dayInFuture,
  textTooLong,
  yearPattern,
  yearInvalid,
  yearOutOfRange,
  unitNotUnique,
  unitNotFoundAdvice,
  unitMeantAdvice,
  unitNotFound,
  unitNotAtBeginning,
  postTooLong,
} from "./words.ts";

/** Longest text that a column of the registry takes. */
const maxLength = 100;

export function nameIn(plan: RowPlan): string | null {
  const name = plan.cell("name");
  if (name === "") return plan.wrong("name", nameMissing);
  const { name: read } = namedIn(name);
  return isName(read) ? read : plan.wrong("name", nameInvalid(short(name)));
}

/** In upper case; null when it is empty and may be, or wrong. */
export function idNumberIn(plan: RowPlan, required: boolean): string | null {
  const read = idNumberOf(plan.cell("idNumber"));
  if (read.type === "none") return required ? plan.wrong("idNumber", idNumberMissing) : null;
  if (read.type === "spoilt") return plan.wrong("idNumber", idNumberCut);
  if (read.type === "masked") return plan.wrong("idNumber", idNumberMasked);
  const text = read.type === "number" ? read.number : read.text;
  const fault = faultOfIdNumber(text);
  return fault === null ? text : plan.wrong("idNumber", fault.message.zh);
}

/** The id of a word of a list; null when the cell is empty, or wrong. */
export function choiceIn(
  plan: RowPlan,
  context: PlanContext,
  column: string,
  choice: Exclude<ColumnChoice, "organizations">,
): string | null {
  const text = plan.cell(column);
  if (text === "") return null;
  const id = idOf(context.law, choice, text);
  if (id !== null) return id;
  return plan.wrong(column, choiceUnknown(short(text), choicesOf(context.law, choice)));
}

export function managedByIn(plan: RowPlan, context: PlanContext): ManagementLevel | null {
  return choiceIn(plan, context, "managedBy", "managers");
}

/** An ISO day; null when the cell is empty, or wrong. */
export function dayIn(plan: RowPlan, context: PlanContext, column: string): string | null {
  const text = plan.cell(column);
  if (text === "" || isUntilNow(text)) return null;
  const day = dayOf(text);
  if (day === null) return plan.wrong(column, dayInvalid(short(text)));
  if (day > context.today) return plan.wrong(column, dayInFuture(day));
  return day;
}

export function textIn(plan: RowPlan, column: string): string | null {
  const text = plan.cell(column);
  if (text === "") return null;
  return text.length <= maxLength ? text : plan.wrong(column, textTooLong(maxLength));
}

export function yearIn(plan: RowPlan, context: PlanContext): number | null {
  const text = plan.cell("year");
  const found = yearPattern.exec(text);
  const year = Number(found?.[1]);
  if (found === null) return plan.wrong("year", yearInvalid(short(text)));
  if (year < 1949 || year > Number(context.today.slice(0, 4))) return plan.wrong("year", yearOutOfRange(year));
  return year;
}

/** By a name that it has or had; null when the cell is empty, or wrong. */
export function unitIn(
  plan: RowPlan,
  { units, like }: Pick<PlanContext, "units" | "like">,
): OrganizationStanding | null {
  const text = plan.cell("unit");
  if (text === "") return null;
  const found = units.get(text) ?? [];
  if (found.length > 1) return plan.wrong("unit", unitNotUnique(found.length, short(text)));
  if (found[0] !== undefined) return found[0];
  const meant = (like.get(text) ?? []).map((name) => `“${name}”`);
  const what = meant.length === 0 ? unitNotFoundAdvice : unitMeantAdvice(meant);
  return plan.wrong("unit", unitNotFound(short(text), what));
}

/** A unit and a post written together, as appointment forms have them: the longest unit's name that it begins with. */
export function unitAndPostIn(plan: RowPlan, units: Units): { unit: OrganizationStanding; post: string | null } | null {
  const text = plan.cell("unitAndPost");
  if (text === "") return null;
  const name = [...units.keys()].filter((one) => text.startsWith(one)).sort((a, b) => b.length - a.length)[0];
  const found = name === undefined ? [] : (units.get(name) ?? []);
  const [unit] = found;
  if (unit === undefined || name === undefined || found.length > 1)
    return plan.wrong("unitAndPost", unitNotAtBeginning(short(text)));
  const post = text.slice(name.length).trim();
  if (post.length > maxLength) return plan.wrong("unitAndPost", postTooLong(maxLength));
  return { unit, post: post === "" ? null : post };
}

function short(text: string): string {
  return text.length <= 30 ? text : `${text.slice(0, 30)}…`;
}
