// The reply to a request for clearance (廉政意见回复) and the notice of its revocation: from what was frozen, through the template, to the letter.
import { categories } from "./letter-category.ts";
import type { Category } from "./letter-category.ts";
import { fill } from "./letter-template.ts";
import type { ReplyTemplate, RevocationTemplate } from "./letter-template.ts";
import { dayInWords, numeralOf } from "./official-letter.ts";
import type { OfficialLetter } from "./official-letter.ts";
import { clausesJoined, detailsJoined, namesJoined } from "./words.ts";

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

/** The names of a category stand in the letter itself up to so many; of more the attachment alone has them. */
const maxNamed = 20;

/** `issued` is null before it is; `mark` is printed across a letter that does not stand. */
export function replyLetter(
  template: ReplyTemplate,
  letter: ReplyLetter,
  issued: { number: string; on: string } | null,
  mark: string,
): OfficialLetter {
  const { organ, addressee, lines, askedOn } = letter;
  return {
    organ,
    number: issued?.number ?? "",
    title: fill(template.title),
    addressee,
    body: [
      { type: "text", text: openingOf(template, letter) },
      ...categories
        .filter((category) => lines.some((line) => line.category === category))
        .flatMap((category, index) => sectionOf(template, letter, category, index)),
      { type: "text", text: fill(template.closing, { validUntil: dayInWords(letter.validUntil) }) },
    ],
    attachment: lines.length === 1 ? null : attachmentOf(template, letter),
    signature: { organ, day: issued === null ? "" : dayInWords(issued.on) },
    dated: issued?.on ?? askedOn,
    mark,
  };
}

function openingOf({ opening, phrases }: ReplyTemplate, letter: ReplyLetter): string {
  const { lines, requesterDocument, date, year, purposeText, purpose, askedOn } = letter;
  const concerned = { name: lines[0]?.name ?? "", count: String(lines.length) };
  return fill(opening, {
    concerned: fill(lines.length === 1 ? phrases.concernedOne : phrases.concernedSeveral, concerned),
    requesterDocument: requesterDocument === "" ? "" : fill(phrases.requesterDocument, { document: requesterDocument }),
    askedOn: dayInWords(askedOn),
    purposeText,
    purpose,
    when: date === null ? fill(phrases.year, { year: String(year ?? "") }) : dayInWords(date),
  });
}

/** One category with its heading and its persons; `index` counts the categories that the letter has, from 0. */
function sectionOf(
  template: ReplyTemplate,
  { lines, forYearly }: ReplyLetter,
  category: Category,
  index: number,
): OfficialLetter["body"] {
  const of = lines.filter((line) => line.category === category);
  const heading = fill(template.heading, {
    numeral: numeralOf(index),
    category: categoryName(template, category, forYearly),
    count: String(of.length),
  });
  const persons = namesJoined(of.map((line) => personText(template, line)));
  return [
    { type: "heading", text: heading },
    { type: "text", text: of.length <= maxNamed ? fill(template.named, { persons }) : fill(template.listed) },
    ...(category === "not-on-record" ? [{ type: "text" as const, text: fill(template.notOnRecord) }] : []),
  ];
}

function attachmentOf(template: ReplyTemplate, { lines, forYearly }: ReplyLetter): OfficialLetter["attachment"] {
  const { title, columns } = template.attachment;
  const rows = lines.map((line) => {
    const { name, unit } = line;
    const category = categoryName(template, line.category, forYearly);
    const fields = { line: String(line.line), name, unit, category, details: detailsOf(template, line) };
    return columns.map(({ cell }) => fill(cell, fields));
  });
  return { title: fill(title), table: { columns: columns.map(({ heading, share }) => ({ heading, share })), rows } };
}

/** The notice by which an issued reply is taken back. It does not say what arose. */
export function revocationNotice(
  template: RevocationTemplate,
  { organ, addressee, purposeText }: ReplyLetter,
  revoked: { number: string; on: string; revokedOn: string },
): OfficialLetter {
  const { number, on, revokedOn } = revoked;
  const fields = { issuedOn: dayInWords(on), number, revokedOn: dayInWords(revokedOn), purposeText };
  return {
    organ,
    number,
    title: fill(template.title),
    addressee,
    body: template.body.map((text) => ({ type: "text", text: fill(text, fields) })),
    attachment: null,
    signature: { organ, day: dayInWords(revokedOn) },
    dated: revokedOn,
    mark: "",
  };
}

function categoryName({ categories: names }: ReplyTemplate, category: Category, forYearly: boolean): string {
  return fill(names[category][forYearly ? "yearly" : "posts"]);
}

function personText(template: ReplyTemplate, line: LetterLine): string {
  const { unit: unitPhrase, personWithDetails } = template.phrases;
  const details = line.category === "no-objection" && line.confirmedBy === null ? "" : detailsOf(template, line);
  const person = `${line.name}${line.unit === "" ? "" : fill(unitPhrase, { unit: line.unit })}`;
  return details === "" ? person : fill(personWithDetails, { person, details });
}

function detailsOf({ phrases }: ReplyTemplate, { until, clauses, confirmedBy }: LetterLine): string {
  return detailsJoined([
    ...(clauses.length === 0 ? [] : [fill(phrases.clauses, { clauses: clausesJoined(clauses) })]),
    ...(until === null ? [] : [fill(phrases.until, { until: dayInWords(until) })]),
    ...(confirmedBy === null ? [] : [fill(phrases.confirmedBy, { name: confirmedBy })]),
  ]);
}
