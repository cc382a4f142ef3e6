// An appointment form as .lrmx: UTF-8 XML with pinyin tags. Unknown tags are passed over; a document type or an entity of its own is refused.
import { cellText } from "./cell-text.ts";
import { Unreadable } from "./format.ts";
import { decoded } from "./encoding.ts";
import { lrmxWithEntities, lrmxIncomplete, parties, partyMember, twoPersons } from "./words.ts";
import { BrokenXml, xmlReader, XmlWithEntities } from "./xml-text.ts";

/** Two rows: the headings that an import knows, and what the form says under each. Résumé, education and photograph stay in the file. */
export function readLrmx(bytes: Uint8Array): string[][] {
  const { fields, family } = formIn(decodedXml(bytes));
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

/** By its mark, else by the encoding that it declares. */
function decodedXml(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return decoded(bytes);
  const head = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  const [, declared = "utf-8"] = /^[^<]*<\?xml[^>]*\sencoding\s*=\s*["']([\w-]{1,20})["']/u.exec(head) ?? [];
  if (/^(?:gb2312|gbk|gb18030|x-gbk)$/iu.test(declared)) return new TextDecoder("gb18030").decode(bytes);
  return decoded(bytes);
}

/** The field holds a month for members of the Party, and otherwise says what else somebody is. */
export function partyOf(text: string): string {
  return parties.exec(text)?.[0] ?? (/\d{4}/u.test(text) ? partyMember : text);
}

type Form = { fields: Map<string, string>; family: Map<string, string>[] };

/** A field is a tag within Person, a member of the family an Item within JiaTingChengYuan; a field that comes twice counts once. */
function formIn(text: string): Form {
  const form: Form = { fields: new Map(), family: [] };
  const open: string[] = [];
  let isWhole = false;
  let persons = 0;
  const fieldsHere = (): Map<string, string> | null => {
    if (open.at(-2) === "Person") return form.fields;
    return open.at(-2) === "Item" && open.at(-3) === "JiaTingChengYuan" ? (form.family.at(-1) ?? null) : null;
  };
  const reader = xmlReader({
    open: (name) => {
      open.push(name);
      if (name === "Person" && open.length <= 2) persons += 1;
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
  if (persons > 1) throw new Unreadable(twoPersons(persons));
  if (!isWhole) throw new Unreadable(lrmxIncomplete);
  return form;
}

const mostMembers = 100;
const mostFields = 200;
/** Characters of one field, of which a cell shows the first. */
const longestField = 20_000;
