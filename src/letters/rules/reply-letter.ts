// The reply to a request for clearance (廉政意见回复): from what was answered to the letter, in the categories in which such replies speak.
import type { ClearanceAnswer } from "#clearance/rules.ts";
import { dayInWords, numeralOf } from "./official-letter.ts";
import type { OfficialLetter } from "./official-letter.ts";

/** What the letter says of one person. A category never tells of what is open beyond that it waits. */
export type Category = "no-objection" | "not-suitable" | "consent-first" | "deferred" | "not-on-record";

export type LetterLine = {
  line: number;
  name: string;
  unit: string;
  toLevel: string | null;
  category: Category;
  /** The last barred day, ISO; null where nothing bars. */
  until: string | null;
  /** The clauses, as a lawyer writes them. */
  clauses: string[];
  /** Who confirmed an answer that needed it; null where nobody had to. */
  confirmedBy: string | null;
};

/** Everything that the letter says, frozen when it is drafted. Days are ISO texts. */
export type ReplyLetter = {
  organ: string;
  addressee: string;
  requesterDocument: string;
  requestNumber: string;
  purpose: string;
  purposeText: string;
  forYearly: boolean;
  date: string | null;
  year: number | null;
  askedOn: string;
  validUntil: string;
  lines: LetterLine[];
};

/** Null for an answer that has to be confirmed and is not: no letter can be made of it. */
export function categoryOf(answer: ClearanceAnswer | null, confirmation: { barred: boolean } | null): Category | null {
  if (answer === null) return "not-on-record";
  switch (answer.answer) {
    case "barred":
      return "not-suitable";
    case "needs-consent":
      return "consent-first";
    case "pending":
      return "deferred";
    case "clear":
      return "no-objection";
    case "needs-confirmation":
      return confirmation === null ? null : confirmation.barred ? "not-suitable" : "no-objection";
  }
}

const order: readonly Category[] = ["no-objection", "not-suitable", "consent-first", "deferred", "not-on-record"];

/** How each category is called, for posts and for the yearly selections. */
function categoryName(category: Category, forYearly: boolean): string {
  switch (category) {
    case "no-objection":
      return "未发现影响使用的问题";
    case "not-suitable":
      return forYearly ? "取消当年评优评先资格" : "影响期内，不宜使用";
    case "consent-first":
      return "影响期已满，须先征得上级组织人事部门同意";
    case "deferred":
      return "建议暂缓";
    case "not-on-record":
      return "未掌握其信息，不作结论";
  }
}

/** More than so many names stand in the list alone. */
const mostNamed = 20;

const howToAskAgain = "上述人员请核对姓名，补充单位或者身份证号后重新征求意见。";

/** `issued` is null before it is; `mark` is printed across a letter that does not stand. */
export function replyLetter(
  letter: ReplyLetter,
  issued: { number: string; on: string } | null,
  mark: string,
): OfficialLetter {
  const { organ, addressee, lines, forYearly, validUntil } = letter;
  const when = letter.date === null ? `${letter.year ?? ""}年度` : dayInWords(letter.date);
  const asked = letter.requesterDocument === "" ? "" : `（${letter.requesterDocument}）`;
  const present = order.filter((category) => lines.some((line) => line.category === category));
  const opening =
    `贵单位关于征求${lines.length === 1 ? `${lines[0]?.name ?? ""}同志` : `${lines[0]?.name ?? ""}等${lines.length}名同志`}廉政意见的来函${asked}收悉。` +
    `经核查截至${dayInWords(letter.askedOn)}的记录，现就“${letter.purposeText}”（${letter.purpose}，${when}）一事回复如下：`;
  const categories = present.flatMap((category, index) => {
    const of = lines.filter((line) => line.category === category);
    const heading = `${numeralOf(index)}、${categoryName(category, forYearly)}的，${of.length}人`;
    const named = of.length <= mostNamed ? `${of.map((line) => nameOf(line, category)).join("；")}。` : "名单见附件。";
    return [
      { type: "heading" as const, text: heading },
      { type: "text" as const, text: named },
      ...(category === "not-on-record" ? [{ type: "text" as const, text: howToAskAgain }] : []),
    ];
  });
  const closing =
    `本回复仅用于上述事项，有效期至${dayInWords(validUntil)}。有效期内如有新的情况，我机关将书面撤回或者更正；` +
    "逾期使用或者用于其他事项的，请重新征求意见。";
  return {
    organ,
    number: issued?.number ?? "",
    title: "关于征求廉政意见的回复",
    addressee,
    body: [{ type: "text", text: opening }, ...categories, { type: "text", text: closing }],
    attachment:
      lines.length === 1
        ? null
        : {
            title: "廉政意见一览表",
            table: {
              columns: [
                { heading: "序号", share: 10 },
                { heading: "姓名", share: 14 },
                { heading: "单位", share: 30 },
                { heading: "意见", share: 26 },
                { heading: "依据及最后受限日", share: 30 },
              ],
              rows: lines.map((line) => [
                String(line.line),
                line.name,
                line.unit,
                categoryName(line.category, forYearly),
                detailsOf(line),
              ]),
            },
          },
    signature: { organ, day: issued === null ? "" : dayInWords(issued.on) },
    dated: issued?.on ?? letter.askedOn,
    mark,
  };
}

/** The notice by which an issued reply is taken back. It does not say what arose. */
export function revocationNotice(
  letter: ReplyLetter,
  revoked: { number: string; on: string; revokedOn: string },
): OfficialLetter {
  const { organ, addressee } = letter;
  return {
    organ,
    number: revoked.number,
    title: "关于撤回廉政意见回复的通知",
    addressee,
    body: [
      {
        type: "text",
        text:
          `我机关${dayInWords(revoked.on)}印发的《关于征求廉政意见的回复》（${revoked.number}），因情况有变化，自${dayInWords(revoked.revokedOn)}起撤回，` +
          `请停止使用。“${letter.purposeText}”一事尚需办理的，请暂缓并重新征求意见。`,
      },
      { type: "text", text: "特此通知。" },
    ],
    attachment: null,
    signature: { organ, day: dayInWords(revoked.revokedOn) },
    dated: revoked.revokedOn,
    mark: "",
  };
}

function nameOf(line: LetterLine, category: Category): string {
  const details = category === "no-objection" && line.confirmedBy === null ? "" : detailsOf(line);
  const unit = line.unit === "" ? "" : `（${line.unit}）`;
  return details === "" ? `${line.name}${unit}` : `${line.name}${unit}，${details}`;
}

function detailsOf({ until, clauses, confirmedBy }: LetterLine): string {
  return [
    clauses.length === 0 ? "" : `依据${clauses.join("、")}`,
    until === null ? "" : `最后受限日${dayInWords(until)}`,
    confirmedBy === null ? "" : `经${confirmedBy}确认`,
  ]
    .filter((part) => part !== "")
    .join("，");
}
