// An appointment form as .lrmx: UTF-8 XML with pinyin tags. Unknown tags are passed over; a document type or an entity of its own is refused.
import { readXml } from "hucre/xml";
import { cellText } from "./cell-text.ts";
import { Unreadable } from "./format.ts";
import { lrmxWithEntities, lrmxIncomplete, partyMember } from "./words.ts";

/** Two rows: the headings that an import knows, and what the form says under each. Résumé, education and photograph stay in the file. */
export function readLrmx(bytes: Uint8Array): string[][] {
  const text = new TextDecoder("utf-8").decode(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) throw new Unreadable(lrmxWithEntities);
  const person = /<Person(?:\s[^>]*)?>[\s\S]*<\/Person>/u.exec(text)?.[0];
  if (person === undefined) throw new Unreadable(lrmxIncomplete);
  const of = tagged(person);
  const party = of("RuDangShiJian");
  const cells: Record<string, string> = {
    姓名: of("XingMing").replaceAll(/\s+/gu, ""),
    身份证号: of("ShenFenZheng"),
    性别: of("XingBie"),
    政治面貌: partyOf(party),
    单位及职务: of("XianRenZhiWu"),
    年度考核: of("NianDuKaoHeJieGuo"),
    家庭成员: familyOf(person),
  };
  return [Object.keys(cells), Object.values(cells)];
}

/** The field holds a month for members of the Party, and otherwise says what else somebody is. */
export function partyOf(text: string): string {
  if (/\d{4}/u.test(text)) return partyMember;
  return text;
}

function tagged(xml: string): (tag: string) => string {
  const [row = {}] = readXml(`<R>${xml}</R>`, { rowTag: "Person" }).data;
  return (tag) => cellText(row[tag]);
}

function familyOf(xml: string): string {
  const part = /<JiaTingChengYuan>[\s\S]*<\/JiaTingChengYuan>/u.exec(xml)?.[0];
  if (part === undefined) return "";
  const members = readXml(part, { rowTag: "Item" }).data;
  return members
    .map((one) => ({ relation: cellText(one["ChengWei"]), name: cellText(one["XingMing"]).replaceAll(/\s+/gu, "") }))
    .filter(({ relation, name }) => relation !== "" && name !== "")
    .map(({ relation, name }) => `${relation}：${name}`)
    .join("；");
}
