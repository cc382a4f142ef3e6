// A letter as an editable Word file, with the fonts that offices have by name: the one file that knows the library.
import type * as Docx from "docx";
import type { OfficialLetter } from "#letters/rules/official-letter.ts";
import { fonts, attachmentNamed, attachmentHeading, pageNumberFont } from "./words.ts";

/** Twips in a millimetre; sizes of text are in half points. */
const mm = (length: number) => Math.round(length * 56.693);

const red = "D0021B";
/** 28.95 pt between lines: 22 of them on a page. */
const line = { line: 579, lineRule: "exact" } as const;
/** 28 characters of 16 pt are two millimetres wider than the block: each stands 0.2 pt closer to the next. */
const closer = -4;

/** The letter as a .docx file: head, body, signature, attachment. */
export async function renderDocx(letter: OfficialLetter): Promise<Uint8Array> {
  const docx = await import("docx");
  const { AlignmentType, Document, Footer, Packer } = docx;
  const write = writerOf(docx);
  const children = [
    ...headOf(docx, write, letter),
    ...letter.body.map(({ type, text }) => write.paragraph(text, {}, type === "heading" ? "black" : "body")),
    ...signatureOf(docx, write, letter),
    ...attachmentOf(docx, write, letter),
  ];
  const document = new Document({
    title: letter.title,
    creator: letter.organ,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(30), left: mm(28), right: mm(26), bottom: mm(35), footer: mm(20) },
          },
        },
        footers: {
          default: footerOf(docx, { alignment: AlignmentType.RIGHT, indent: { right: 280 } }),
          even: footerOf(docx, { alignment: AlignmentType.LEFT, indent: { left: 280 } }),
          first: new Footer({ children: [lowerRuleOf(docx)] }),
        },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

type Writer = ReturnType<typeof writerOf>;

/** Runs and paragraphs in the fonts and sizes (half points) of the letter. */
function writerOf({ Paragraph, TextRun }: typeof Docx) {
  const run = (text: string, font: keyof typeof fonts = "body", size = 32, color?: string) =>
    new TextRun({
      text,
      font: fonts[font],
      size,
      ...(size === 32 ? { characterSpacing: closer } : {}),
      ...(color === undefined ? {} : { color }),
    });
  const paragraph = (text: string, more: object = {}, font: keyof typeof fonts = "body", size = 32) =>
    new Paragraph({ spacing: line, indent: { firstLine: 640 }, ...more, children: [run(text, font, size)] });
  return { run, paragraph };
}

const flush = { indent: { firstLine: 0 } };

function headOf(
  { AlignmentType, BorderStyle, Paragraph }: typeof Docx,
  { run, paragraph }: Writer,
  letter: OfficialLetter,
): Docx.Paragraph[] {
  return [
    ...(letter.mark === "" ? [] : [paragraph(letter.mark, { ...flush, alignment: AlignmentType.CENTER }, "black")]),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 18, color: red, space: 8 } },
      indent: { left: -mm(7), right: -mm(7) },
      children: [run(letter.organ, "mark", 60, red)],
    }),
    paragraph(letter.number, { ...flush, alignment: AlignmentType.RIGHT, spacing: { ...line, before: 200 } }),
    paragraph("", flush),
    paragraph(
      letter.title,
      { ...flush, alignment: AlignmentType.CENTER, spacing: { line: 640, lineRule: "exact" } },
      "mark",
      44,
    ),
    paragraph("", flush),
    paragraph(`${letter.addressee}：`, flush),
  ];
}

function signatureOf(
  { AlignmentType }: typeof Docx,
  { paragraph }: Writer,
  { signature, attachment }: OfficialLetter,
): Docx.Paragraph[] {
  // The organ is centred on its date, which stands four characters from the right.
  const width = Math.max(signature.organ.length, signature.day.length) * 320;
  const signed = {
    alignment: AlignmentType.CENTER,
    indent: { firstLine: 0, left: Math.max(0, mm(156) - 4 * 320 - width), right: 4 * 320 },
  };
  return [
    ...(attachment === null ? [] : [paragraph("", flush), paragraph(attachmentNamed(attachment.title))]),
    paragraph("", flush),
    paragraph(signature.organ, { ...signed, keepNext: true }),
    paragraph(signature.day, signed),
  ];
}

/** On a page of its own. */
function attachmentOf(
  docx: typeof Docx,
  { run, paragraph }: Writer,
  { attachment }: OfficialLetter,
): (Docx.Paragraph | Docx.Table)[] {
  if (attachment === null) return [];
  const { AlignmentType, PageBreak, Paragraph } = docx;
  return [
    new Paragraph({ children: [new PageBreak(), run(attachmentHeading, "black")] }),
    paragraph("", flush),
    paragraph(attachment.title, { ...flush, alignment: AlignmentType.CENTER }, "mark", 44),
    paragraph("", flush),
    tableOf(docx, attachment.table),
  ];
}

/** The red rule 20 mm above the edge of the first page, as the upper one is below the organ. */
function lowerRuleOf({ BorderStyle, Paragraph }: typeof Docx): Docx.Paragraph {
  return new Paragraph({
    spacing: { line: 20, lineRule: "exact" },
    border: { top: { style: BorderStyle.THIN_THICK_SMALL_GAP, size: 18, color: red, space: 1 } },
    indent: { left: -mm(7), right: -mm(7) },
    children: [],
  });
}

/** The page's number, 7 mm below the block: outside, which is left on an even page. */
function footerOf({ Footer, Paragraph, TextRun, PageNumber }: typeof Docx, side: object): Docx.Footer {
  const text = new TextRun({ children: ["— ", PageNumber.CURRENT, " —"], size: 28, font: pageNumberFont });
  return new Footer({ children: [new Paragraph({ ...side, spacing: { after: mm(5) }, children: [text] })] });
}

function tableOf(
  { AlignmentType, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlignTable, WidthType }: typeof Docx,
  { columns, rows }: NonNullable<OfficialLetter["attachment"]>["table"],
): Docx.Table {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.round((mm(156) * share) / whole));
  const row = (cells: readonly string[], font: keyof typeof fonts, heading: boolean) =>
    new TableRow({
      tableHeader: heading,
      cantSplit: true,
      children: cells.map(
        (text, index) =>
          new TableCell({
            width: { size: widths[index] ?? 0, type: WidthType.DXA },
            margins: { left: 80, right: 80, top: 40, bottom: 40 },
            verticalAlign: VerticalAlignTable.CENTER,
            children: [
              new Paragraph({
                // Number and name stand in the middle, as all headings do.
                alignment: heading || index < 2 ? AlignmentType.CENTER : AlignmentType.LEFT,
                children: [new TextRun({ text, size: 24, font: fonts[font] })],
              }),
            ],
          }),
      ),
    });
  return new Table({
    width: { size: mm(156), type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      row(
        columns.map(({ heading }) => heading),
        "black",
        true,
      ),
      ...rows.map((cells) => row(cells, "body", false)),
    ],
  });
}
