// Files that hurt, of every kind that is read: made to cost their reader time or memory, each with what it would have cost.
import { deflateRawSync } from "node:zlib";

const megabyte = 1024 * 1024;

/** `made` is asked for only when the file is sent; `size` in megabytes. */
export type HostileFile = { name: string; size: number; made: () => Buffer };

/** Lists of names and rosters, `full` as large as an upload may be, otherwise as large as shows the fault. */
export function hostileLists(full: boolean): HostileFile[] {
  const large = full ? 28 : 3;
  return [
    ...hostileForms(full),
    of("lines.txt", large, () => repeated("\n", large)),
    of("short-lines.txt", large, () => repeated("甲\n", large)),
    of("commas.csv", large, () => repeated(",", large)),
    of("blanks.txt", large, () => repeated(" ", large)),
    of("one-name.txt", large, () => repeated("赵", large)),
    of("no-characters.txt", large, () => Buffer.alloc(large * megabyte, 0xff)),
    of("wide-lines.csv", large, () => repeated(`${"a,".repeat(70_000)}\n`, large)),
    of("no-list.pdf", 1, () => Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(megabyte, "a")])),
    ...hostileWorkbooks(large),
    ...hostileOldWorkbooks(large),
  ];
}

function hostileForms(full: boolean): HostileFile[] {
  const large = full ? 9 : 3;
  const head = '<?xml version="1.0" encoding="utf-8"?>';
  const quoted = Array.from({ length: 20 }, () => '"一"').join(",");
  return [
    of("quotes.lrm", 28, () => Buffer.concat([Buffer.from(`${quoted},`), repeated('"', 28)])),
    of("quotes-of-a-form.lrm", large, () => Buffer.concat([Buffer.from(`${quoted},`), repeated('"', large)])),
    of("open-quote.lrm", large, () => Buffer.concat([Buffer.from(`${quoted},"`), repeated("a", large)])),
    of("few-fields.lrm", large, () => Buffer.concat([Buffer.from(`${quoted},"`), repeated('a"b', large)])),
    of("persons.lrmx", 27, () => Buffer.from(head + "<Person ".repeat(3_500_000))),
    of("persons-of-a-form.lrmx", large, () => Buffer.concat([Buffer.from(head), repeated("<Person ", large)])),
    of("nested.lrmx", large, () => Buffer.concat([Buffer.from(head), repeated("<Person>", large)])),
    of("closed.lrmx", large, () => Buffer.concat([Buffer.from(`${head}<Person>`), repeated("</Person>", large)])),
    of("attributes.lrmx", large, () => Buffer.concat([Buffer.from(`${head}<Person `), repeated('a="b" ', large)])),
    of("comment.lrmx", large, () => Buffer.concat([Buffer.from(`${head}<Person><!--`), repeated("<!--", large)])),
    of("references.lrmx", large, () => Buffer.concat([Buffer.from(`${head}<Person>`), repeated("&amp", large)])),
    of("family.lrmx", large, () =>
      Buffer.concat([
        Buffer.from(`${head}<Person><JiaTingChengYuan>`),
        repeated("<Item><XingMing>甲</XingMing></Item>", large),
        Buffer.from("</JiaTingChengYuan></Person>"),
      ]),
    ),
    of("entities.lrmx", 1, () =>
      Buffer.from(`${head}<!DOCTYPE a [<!ENTITY b "c">]><Person><XingMing>&b;</XingMing></Person>`),
    ),
    of("late-entities.lrmx", large, () =>
      Buffer.concat([Buffer.from(head), repeated("<!-- -->", large), Buffer.from("<!DOCTYPE a><Person></Person>")]),
    ),
  ];
}

function hostileWorkbooks(large: number): HostileFile[] {
  const sheet = (name: string, size: number, rows: () => Buffer, more: Parts = {}) =>
    of(name, size, () =>
      workbook({ "xl/worksheets/sheet1.xml": [`<worksheet><sheetData>`, rows(), "</sheetData></worksheet>"], ...more }),
    );
  return [
    of("shared-strings.xlsx", 3, () =>
      workbook({ "xl/sharedStrings.xml": ["<sst>", sharedStrings(1_000_000), "</sst>"] }),
    ),
    of("one-shared-string.xlsx", large, () =>
      workbook({ "xl/sharedStrings.xml": ["<sst><si><t>", repeated("a", large), "<si></sst>"] }, { stored: true }),
    ),
    of("zeros.xlsx", 1, () => workbook({ "xl/worksheets/sheet1.xml": [repeated("0", 200)] })),
    of("open-tag.xlsx", large, () =>
      workbook(
        { "xl/worksheets/sheet1.xml": ["<worksheet><sheetData><row a='", repeated("a", large)] },
        { stored: true },
      ),
    ),
    of("open-tags.xlsx", large, () =>
      workbook({ "xl/worksheets/sheet1.xml": ["<worksheet><sheetData>", repeated("<row ", large)] }, { stored: true }),
    ),
    of("open-comment.xlsx", large, () =>
      workbook({ "xl/worksheets/sheet1.xml": ["<worksheet><!--", repeated("-a", large)] }, { stored: true }),
    ),
    of("nested.xlsx", large, () =>
      workbook({ "xl/worksheets/sheet1.xml": [repeated("<worksheet>", large)] }, { stored: true }),
    ),
    of("dimensions.xlsx", 1, () =>
      workbook({ "xl/worksheets/sheet1.xml": [repeated("<dimension ", 1)] }, { stored: true }),
    ),
    of("sheets.xlsx", 1, () => workbook({ "xl/workbook.xml": [repeated("<sheet ", 1)] }, { stored: true })),
    sheet("empty-rows.xlsx", 1, () => repeated("<row/>", large * 3)),
    sheet("empty-cells.xlsx", 1, () =>
      Buffer.concat([Buffer.from("<row>"), repeated("<c/>", large * 3), Buffer.from("</row>")]),
    ),
    sheet("far-row.xlsx", 1, () => Buffer.from('<row r="99999999"><c r="A99999999"><v>1</v></c></row>')),
    sheet("far-cell.xlsx", 1, () =>
      Buffer.from('<row r="1"><c r="ZZZZZZZ1"><v>1</v></c></row><row r="x"><c><v>1</v></c></row>'),
    ),
    of("late-entities.xlsx", 1, () =>
      workbook(
        {
          "xl/worksheets/sheet1.xml": [
            "<!-- ",
            repeated("0123456789abcdef", 1),
            "--><!DOCTYPE a [<!ENTITY b 'c'>]><worksheet><sheetData/></worksheet>",
          ],
        },
        { stored: true },
      ),
    ),
    of("same-sheet.xlsx", 1, () => sameSheet(500)),
    of("no-workbook.xlsx", 1, () => zip([["a.txt", Buffer.from("a")]])),
    of("many-parts.xlsx", 1, () => zip(Array.from({ length: 6000 }, (_one, index) => [`a${index}`, Buffer.from("a")]))),
    of("path.xlsx", 1, () => zip([["../../etc/a", Buffer.from("a")]])),
    of("overlapping.xlsx", 1, () => overlapping(2000)),
    of("cut.xlsx", 1, () => workbook({}).subarray(0, -30)),
    of("archive.zip", 1, () => zip([["名单.zip", zip([["a.txt", Buffer.from("a")]])]])),
  ];
}

function hostileOldWorkbooks(large: number): HostileFile[] {
  const begin = record(0x809, 0, 6, 5, 0, ...Array.from({ length: 12 }, () => 0));
  const end = record(0x0a);
  return [
    of("head.xls", 1, () => boxHead(1)),
    of("chain.xls", 1, () => compound(Buffer.alloc(0), true)),
    of("no-records.xls", large, () => compound(Buffer.concat([begin, Buffer.alloc(large * megabyte)]))),
    of("small-records.xls", large, () => compound(Buffer.concat([begin, repeated("\u0001\u0000\u0000\u0000", large)]))),
    of("cut-record.xls", 1, () => compound(Buffer.concat([begin, Buffer.from([0xfc, 0, 0xff, 0xff, 1, 2])]))),
    of("texts.xls", large, () => compound(Buffer.concat([begin, ...endlessTexts(large), end]))),
    of("sheets.xls", large, () => compound(overlappingSheets(begin, end, large))),
    of("old-version.xls", 1, () => compound(Buffer.concat([record(0x809, 0, 5, 5, 0), end]))),
  ];
}

/** Official texts. */
export function hostileTexts(full: boolean): HostileFile[] {
  const large = full ? 19 : 3;
  const word = (name: string, size: number, ...pieces: readonly (string | Buffer)[]) =>
    of(name, size, () => zip([["word/document.xml", joined(pieces)]], true));
  return [
    word("texts.docx", large, "<w:document><w:body>", repeated("<w:t ", large)),
    word("open.docx", large, "<w:document><w:body><w:p><w:t>", repeated("a", large)),
    word("nested.docx", large, repeated("<w:p>", large)),
    word("entities.docx", 1, "<!DOCTYPE a [<!ENTITY b 'c'>]><w:document><w:t>&b;</w:t></w:document>"),
    of("zeros.docx", 1, () => zip([["word/document.xml", repeated("<w:p/>", 200)]])),
    of("long.txt", 28, () => repeated("第一条\n", 28)),
    of("blank.txt", 28, () => repeated("\n", 28)),
    of("no.pdf", 1, () => Buffer.from("%PDF-1.7")),
    of("no.doc", 1, () => boxHead(1)),
  ];
}

/** Evidence. */
export function hostileEvidence(full: boolean): HostileFile[] {
  return [
    of("bomb.zip", 1, () => zip([["a.txt", repeated("0", full ? 600 : 100)]])),
    of("overlapping.zip", 1, () => overlapping(4000)),
    of("path.zip", 1, () => zip([["../a.txt", Buffer.from("a")]])),
    of("nested.zip", 1, () => zip([["a.zip", zip([["a.txt", Buffer.from("a")]])]])),
    of("entities.docx", 1, () => zip([["word/document.xml", Buffer.from("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>")]])),
    of("cut.zip", 1, () => zip([["a.txt", Buffer.from("a")]]).subarray(0, -10)),
    of("program.exe", 1, () => Buffer.concat([Buffer.from("MZ\u0090\u0000"), Buffer.alloc(megabyte)])),
  ];
}

function of(name: string, size: number, made: () => Buffer): HostileFile {
  return { name, size, made };
}

function repeated(text: string, megabytes: number): Buffer {
  return Buffer.alloc(megabytes * megabyte, text);
}

function joined(pieces: readonly (string | Buffer)[]): Buffer {
  return Buffer.concat(pieces.map((piece) => (typeof piece === "string" ? Buffer.from(piece) : piece)));
}

function sharedStrings(count: number): Buffer {
  const pieces: string[] = [];
  for (let index = 0; index < count; index += 1) pieces.push(`<si><t>串${(index * 7919) % 1_000_003}</t></si>`);
  return Buffer.from(pieces.join(""));
}

type Parts = Record<string, readonly (string | Buffer)[]>;

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";

/** A workbook of one sheet with two names, whose parts are those given where some are. */
function workbook(parts: Parts, { stored = false } = {}): Buffer {
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`;
  const row = (at: number, cell: string) =>
    `<row r="${at}"><c r="A${at}" t="inlineStr"><is><t>${cell}</t></is></c></row>`;
  const all: Parts = {
    "[Content_Types].xml": [
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ],
    "_rels/.rels": [
      `<Relationships xmlns="${packages}/relationships">${relation(1, "officeDocument", "xl/workbook.xml")}</Relationships>`,
    ],
    "xl/workbook.xml": [
      `<workbook xmlns:r="${office}"><sheets><sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    "xl/_rels/workbook.xml.rels": [
      `<Relationships xmlns="${packages}/relationships">${relation(1, "worksheet", "worksheets/sheet1.xml")}${relation(2, "sharedStrings", "sharedStrings.xml")}</Relationships>`,
    ],
    "xl/sharedStrings.xml": ["<sst/>"],
    "xl/worksheets/sheet1.xml": [`<worksheet><sheetData>${row(1, "姓名")}${row(2, "林知秋")}</sheetData></worksheet>`],
    ...parts,
  };
  return zip(
    Object.entries(all).map(([name, pieces]) => [name, joined(pieces)]),
    stored,
  );
}

/** So many sheets that are all one part. */
function sameSheet(count: number): Buffer {
  const sheets = Array.from(
    { length: count },
    (_one, index) => `<sheet name="${index}" sheetId="${index + 1}" r:id="rId1"/>`,
  );
  return workbook({
    "xl/workbook.xml": [`<workbook xmlns:r="${office}"><sheets>${sheets.join("")}</sheets></workbook>`],
    "xl/worksheets/sheet1.xml": [
      "<worksheet><sheetData>",
      repeated("<row><c><v>123</v></c></row>", 1),
      "</sheetData></worksheet>",
    ],
  });
}

type ZipEntry = { name: Buffer; packed: Buffer; size: number; method: number; at: number };

/** By hand, since what writes zips writes none that are wrong. The checksums are not looked at. */
function zip(files: readonly (readonly [string, Buffer])[], stored = false): Buffer {
  const pieces: Buffer[] = [];
  let at = 0;
  const entries = files.map(([name, bytes]): ZipEntry => {
    const packed = stored ? bytes : deflateRawSync(bytes, { level: 6 });
    const entry = { name: Buffer.from(name), packed, size: bytes.length, method: stored ? 0 : 8, at };
    pieces.push(localHead(entry), entry.packed);
    at += 30 + entry.name.length + packed.length;
    return entry;
  });
  return Buffer.concat([...pieces, directoryOf(entries, at)]);
}

/** So many entries that are all the same bytes of the file. */
function overlapping(count: number): Buffer {
  const bytes = Buffer.alloc(megabyte, "0123456789");
  const entry: ZipEntry = {
    name: Buffer.from("a.txt"),
    packed: deflateRawSync(bytes),
    size: bytes.length,
    method: 8,
    at: 0,
  };
  const head = Buffer.concat([localHead(entry), entry.packed]);
  return Buffer.concat([
    head,
    directoryOf(
      Array.from({ length: count }, () => entry),
      head.length,
    ),
  ]);
}

function localHead({ name, packed, size, method }: ZipEntry): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(0x800, 6);
  head.writeUInt16LE(method, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(size, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function directoryOf(entries: readonly ZipEntry[], at: number): Buffer {
  const heads = entries.map((entry) => {
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(20, 6);
    head.writeUInt16LE(0x800, 8);
    head.writeUInt16LE(entry.method, 10);
    head.writeUInt32LE(entry.packed.length, 20);
    head.writeUInt32LE(entry.size, 24);
    head.writeUInt16LE(entry.name.length, 28);
    head.writeUInt32LE(entry.at, 42);
    return Buffer.concat([head, entry.name]);
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(
    heads.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...heads, end]);
}

const endOfChain = 0xfffffffe;
const sector = 512;

/** The head of a compound file whose table of sectors stands in so many sectors, from the second on; the directory is the first. */
function boxHead(tables: number): Buffer {
  const head = Buffer.alloc(sector);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(head);
  head.writeUInt16LE(0x3e, 24);
  head.writeUInt16LE(3, 26);
  head.writeUInt16LE(0xfffe, 28);
  head.writeUInt16LE(9, 30);
  head.writeUInt16LE(6, 32);
  head.writeUInt32LE(tables, 44);
  head.writeUInt32LE(0, 48);
  head.writeUInt32LE(4096, 56);
  head.writeUInt32LE(endOfChain, 60);
  head.writeUInt32LE(endOfChain, 68);
  head.fill(0xff, 76);
  return head;
}

/** An .xls with this as its workbook; `looped` where its chain has no end. */
function compound(workbookBytes: Buffer, looped = false): Buffer {
  const bytes = Buffer.concat([workbookBytes, Buffer.alloc(Math.max(0, 4096 - workbookBytes.length))]);
  const length = Math.ceil(bytes.length / sector);
  const tables = Math.ceil((length + 2 + length / 100) / 128);
  const lists = Math.max(0, Math.ceil((tables - 109) / 127));
  const first = 1 + tables + lists;
  const head = boxHead(tables);
  const lists0 = Buffer.alloc(lists * sector, 0xff);
  for (let index = 0; index < tables; index += 1) {
    if (index < 109) head.writeUInt32LE(1 + index, 76 + index * 4);
    else lists0.writeUInt32LE(1 + index, Math.floor((index - 109) / 127) * sector + ((index - 109) % 127) * 4);
  }
  for (let index = 0; index < lists; index += 1)
    lists0.writeUInt32LE(index + 1 < lists ? 1 + tables + index + 1 : endOfChain, index * sector + 508);
  if (lists > 0) {
    head.writeUInt32LE(1 + tables, 68);
    head.writeUInt32LE(lists, 72);
  }
  const table = Buffer.alloc(tables * sector, 0xff);
  table.writeUInt32LE(endOfChain, 0);
  for (let index = 0; index < length; index += 1)
    table.writeUInt32LE(index + 1 < length ? first + index + 1 : looped ? first : endOfChain, (first + index) * 4);
  const directory = Buffer.alloc(sector);
  directoryEntry("Root Entry", 5, endOfChain, 0).copy(directory);
  directoryEntry("Workbook", 2, first, bytes.length).copy(directory, 128);
  return Buffer.concat([head, directory, table, lists0, bytes, Buffer.alloc(length * sector - bytes.length)]);
}

function directoryEntry(name: string, type: number, start: number, size: number): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(name, "utf16le");
  entry.writeUInt16LE(name.length * 2 + 2, 64);
  entry.writeUInt8(type, 66);
  entry.writeUInt32LE(start, 116);
  entry.writeUInt32LE(size, 120);
  return entry;
}

function record(kind: number, ...bytes: readonly number[]): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(kind, 0);
  head.writeUInt16LE(bytes.length, 2);
  return Buffer.concat([head, Buffer.from(bytes)]);
}

/** A table of texts of no letters, and of one that goes on for ever. */
function endlessTexts(megabytes: number): Buffer[] {
  const block = Buffer.alloc(8220, 0);
  const more = Buffer.alloc(4);
  more.writeUInt16LE(0x3c, 0);
  more.writeUInt16LE(block.length, 2);
  const head = Buffer.alloc(4);
  head.writeUInt16LE(0xfc, 0);
  head.writeUInt16LE(block.length, 2);
  const count = Math.floor((megabytes * megabyte) / (block.length + 4)) - 1;
  return [head, block, ...Array.from({ length: count }, () => [more, block]).flat()];
}

/** Thousands of sheets, each beginning one record later than the one before, all with the same end. */
function overlappingSheets(begin: Buffer, end: Buffer, megabytes: number): Buffer {
  const count = 2000;
  const head = begin.length + count * 14 + end.length;
  const sheets = Array.from({ length: count }, (_one, index) => {
    const at = head + index * 4;
    return record(
      0x85,
      at & 255,
      (at >> 8) & 255,
      (at >> 16) & 255,
      (at >> 24) & 255,
      0,
      0,
      1,
      0,
      97 + (index % 26),
      0,
    );
  });
  return Buffer.concat([begin, ...sheets, end, repeated("\u0001\u0000\u0000\u0000", megabytes), end]);
}
