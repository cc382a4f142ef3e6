// Cells that several kinds of import have: each read, or its fault noted in the row.
import { faultOfIdNumber } from "#registry/id-number.ts";
import type { ColumnChoice } from "../rules/import-columns.ts";
import type { OrganizationStanding } from "#registry/rows/organizations.ts";
import { choicesOf, dayOf, idOf, isName } from "./words.ts";
import type { PlanContext, RowPlan, Units } from "./planned.ts";

/** Longest text that a column of the registry takes. */
const longest = 100;

export function nameIn(plan: RowPlan): string | null {
  const name = plan.cell("name");
  if (name === "") return plan.wrong("name", "请填写姓名");
  return isName(name) ? name : plan.wrong("name", `“${short(name)}”不是姓名，只能有文字和间隔点`);
}

/** In upper case; null when it is empty and may be, or wrong. */
export function idNumberIn(plan: RowPlan, required: boolean): string | null {
  const text = plan.cell("idNumber").normalize("NFKC").replaceAll(/\s+/gu, "").toUpperCase();
  if (text === "") return required ? plan.wrong("idNumber", "请填写身份证号") : null;
  if (/E\+/u.test(text) || /^\d+\.\d+$/u.test(text))
    return plan.wrong("idNumber", "身份证号被表格当作数字，已丢失后几位，请把单元格格式改为“文本”后重新填写");
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
  return plan.wrong(column, `没有“${short(text)}”，应为：${choicesOf(context.law, choice).join("、")}`);
}

const managers = ["city", "zone", "unit"] as const;

export function managedByIn(plan: RowPlan, context: PlanContext): (typeof managers)[number] | null {
  const id = choiceIn(plan, context, "managedBy", "managers");
  return managers.find((one) => one === id) ?? null;
}

/** An ISO day; null when the cell is empty, or wrong. */
export function dayIn(plan: RowPlan, context: PlanContext, column: string): string | null {
  const text = plan.cell(column);
  if (text === "") return null;
  const day = dayOf(text);
  if (day === null) return plan.wrong(column, `“${short(text)}”不是日期，请按 2024-03-01 的格式填写`);
  if (day > context.today) return plan.wrong(column, `日期 ${day} 晚于今天`);
  return day;
}

export function textIn(plan: RowPlan, column: string): string | null {
  const text = plan.cell(column);
  if (text === "") return null;
  return text.length <= longest ? text : plan.wrong(column, `超过 ${longest} 个字，请缩短`);
}

export function yearIn(plan: RowPlan, context: PlanContext): number | null {
  const text = plan.cell("year");
  const found = /^(\d{4})(?:年度?)?(?:\.0+)?$/u.exec(text);
  const year = Number(found?.[1]);
  if (found === null) return plan.wrong("year", `“${short(text)}”不是年度，请填写四位数字，如 2024`);
  if (year < 1949 || year > Number(context.today.slice(0, 4)))
    return plan.wrong("year", `年度 ${year} 不在 1949 至今年之间`);
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
  if (found.length > 1) return plan.wrong("unit", `名册中有 ${found.length} 个单位叫“${short(text)}”，请用全称`);
  if (found[0] !== undefined) return found[0];
  const meant = (like.get(text) ?? []).map((name) => `“${name}”`);
  const what =
    meant.length === 0 ? "请先在“组织机构”中登记，或者改用名册中的名称" : `是否为${meant.join("、")}？请填写全称`;
  return plan.wrong("unit", `名册中没有单位“${short(text)}”，${what}`);
}

/** A unit and a post written together, as appointment forms have them: the longest unit's name that it begins with. */
export function unitAndPostIn(plan: RowPlan, units: Units): { unit: OrganizationStanding; post: string | null } | null {
  const text = plan.cell("unitAndPost");
  if (text === "") return null;
  const name = [...units.keys()].filter((one) => text.startsWith(one)).sort((a, b) => b.length - a.length)[0];
  const found = name === undefined ? [] : (units.get(name) ?? []);
  const [unit] = found;
  if (unit === undefined || name === undefined || found.length > 1)
    return plan.wrong(
      "unitAndPost",
      `“${short(text)}”不以名册中一个单位的名称开头，请分开填写单位和职务，或者先登记单位`,
    );
  const post = text.slice(name.length).trim();
  if (post.length > longest) return plan.wrong("unitAndPost", `职务超过 ${longest} 个字，请缩短`);
  return { unit, post: post === "" ? null : post };
}

function short(text: string): string {
  return text.length <= 30 ? text : `${text.slice(0, 30)}…`;
}
