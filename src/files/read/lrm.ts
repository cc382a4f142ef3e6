// An appointment form as .lrm: quoted fields with commas between, in GB 18030.
import { cellText } from "./cell-text.ts";
import { Unreadable } from "./format.ts";
import { decoded } from "./encoding.ts";
import { partyOf } from "./lrmx.ts";
import { lrmIncomplete, lrmOverfull } from "./words.ts";

/** Places of the fields, from 0. */
const place = { name: 0, sex: 1, party: 5, assessment: 19, relation: 20, relative: 21, post: 25 } as const;
const fewest = 26;

/** As readLrmx. The form has no place for the ID number unless one stands among the fields. */
export function readLrm(bytes: Uint8Array): string[][] {
  const fields = fieldsOf(decoded(bytes));
  if (fields.length > mostFields) throw new Unreadable(lrmOverfull(mostFields));
  if (fields.length < fewest) throw new Unreadable(lrmIncomplete(fields.length));
  const at = (index: number) => cellText(fields[index] ?? "");
  const names = at(place.relative).split("@");
  const family = at(place.relation)
    .split("@")
    .map((relation, index) => ({ relation: relation.trim(), name: (names[index] ?? "").replaceAll(/\s+/gu, "") }))
    .filter(({ relation, name }) => relation !== "" && name !== "")
    .map(({ relation, name }) => `${relation}：${name}`);
  const cells: Record<string, string> = {
    姓名: at(place.name).replaceAll(/\s+/gu, ""),
    身份证号: fields.map(cellText).find((one) => /^\d{17}[\dXx]$/u.test(one)) ?? "",
    性别: at(place.sex),
    政治面貌: partyOf(at(place.party)),
    单位及职务: at(place.post),
    年度考核: at(place.assessment),
    家庭成员: family.join("；"),
  };
  return [Object.keys(cells), Object.values(cells)];
}

/** A form has thirty-three, with those that an editor adds of its own. */
const mostFields = 100;

/** A quote is doubled within a field; line ends belong to it. */
function fieldsOf(text: string): string[] {
  const fields: string[] = [];
  for (let open = text.indexOf('"'); open >= 0 && fields.length <= mostFields;) {
    let close = text.indexOf('"', open + 1);
    while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
    if (close < 0) break;
    fields.push(text.slice(open + 1, Math.min(close, open + longestField)).replaceAll('""', '"'));
    open = text.indexOf('"', close + 1);
  }
  return fields;
}

/** Characters of one field, of which a cell shows the first. */
const longestField = 20_000;
