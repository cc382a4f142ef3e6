// An appointment form as .lrmx: UTF-8 XML with pinyin tags. Unknown tags are passed over; a document type or an entity of its own is refused.
import { cellText } from "./cell-text.ts";
import { Unreadable } from "./format.ts";
import { lrmxWithEntities, lrmxIncomplete, partyMember } from "./words.ts";
import { BrokenXml, xmlReader, XmlWithEntities } from "./xml-text.ts";

/** Two rows: the headings that an import knows, and what the form says under each. Résumé, education and photograph stay in the file. */
export function readLrmx(bytes: Uint8Array): string[][] {
  const { fields, family } = formIn(new TextDecoder("utf-8").decode(bytes));
  const of = (tag: string) => cellText(fields.get(tag));
  const cells: Record<string, string> = {
    姓名: of("XingMing").replaceAll(/\s+/gu, ""),
    身份证号: of("ShenFenZheng"),
    性别: of("XingBie"),
    政治面貌: partyOf(of("RuDangShiJian")),
    单位及职务: of("XianRenZhiWu"),
    年度考核: of("NianDuKaoHeJieGuo"),
    家庭成员: family
      .map((one) => ({
        relation: cellText(one.get("ChengWei")),
        name: cellText(one.get("XingMing")).replaceAll(/\s+/gu, ""),
      }))
      .filter(({ relation, name }) => relation !== "" && name !== "")
      .map(({ relation, name }) => `${relation}：${name}`)
      .join("；"),
  };
  return [Object.keys(cells), Object.values(cells)];
}

/** The field holds a month for members of the Party, and otherwise says what else somebody is. */
export function partyOf(text: string): string {
  if (/\d{4}/u.test(text)) return partyMember;
  return text;
}

type Form = { fields: Map<string, string>; family: Map<string, string>[] };

/** A field is a tag within Person, a member of the family an Item within JiaTingChengYuan; a field that comes twice counts once. */
function formIn(text: string): Form {
  const form: Form = { fields: new Map(), family: [] };
  const open: string[] = [];
  let isWhole = false;
  const fieldsHere = (): Map<string, string> | null => {
    if (open.at(-2) === "Person") return form.fields;
    return open.at(-2) === "Item" && open.at(-3) === "JiaTingChengYuan" ? (form.family.at(-1) ?? null) : null;
  };
  const reader = xmlReader({
    open: (name) => {
      open.push(name);
      if (name === "Item" && open.at(-2) === "JiaTingChengYuan") form.family.push(new Map());
      if (form.family.length > mostMembers) throw new BrokenXml("no family is so large");
    },
    text: (piece) => {
      const fields = fieldsHere();
      const name = open.at(-1) ?? "";
      const before = fields?.get(name) ?? "";
      if (fields !== null && fields.size < mostFields && before.length < longestField)
        fields.set(name, before + piece.slice(0, longestField));
    },
    close: (name) => {
      if (open.pop() !== name) throw new BrokenXml("closed what was not open");
      isWhole ||= name === "Person";
    },
  });
  try {
    reader.write(text.replace(/^\uFEFF/u, ""));
    reader.end();
  } catch (error) {
    if (error instanceof XmlWithEntities) throw new Unreadable(lrmxWithEntities);
    if (error instanceof BrokenXml) throw new Unreadable(lrmxIncomplete);
    throw error;
  }
  if (!isWhole) throw new Unreadable(lrmxIncomplete);
  return form;
}

const mostMembers = 100;
const mostFields = 200;
/** Characters of one field, of which a cell shows the first. */
const longestField = 20_000;
