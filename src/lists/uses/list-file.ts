// A list in a file that an office sends: every sheet by its own headings, each row a person, headings, or named as not read.
import { Unreadable } from "#files/read/format.ts";
import { readUpload } from "#files/read/read-file.ts";
import { placeOfRow } from "#imports/rules/import-row.ts";
import { unfitFile } from "#kernel/answer.ts";
import type { Done, Unfit } from "#kernel/answer.ts";
import { nameListOf } from "../rules/listed-names.ts";
import type { NameList } from "../rules/listed-names.ts";
import { SheetReader } from "../rules/sheet-blocks.ts";
import type { ReadRow } from "../rules/sheet-blocks.ts";
import { peopleTooMany } from "../rules/words.ts";

/** What the rows are, some hundred at a time. Throws Unreadable, also where more people stand there than `mostPeople`. */
export async function* readList(bytes: Uint8Array, mostPeople: number): AsyncGenerator<ReadRow[]> {
  let sheet = 0;
  let reader = new SheetReader();
  let people = 0;
  const counted = (read: ReadRow[]): ReadRow[] => {
    for (const one of read) if (one.type === "person") people += 1;
    const last = read.at(-1);
    if (people > mostPeople && last !== undefined) throw new Unreadable(peopleTooMany(last.row, mostPeople));
    return read;
  };
  for await (const chunk of readUpload(bytes)) {
    const read: ReadRow[] = [];
    for (const row of chunk) {
      const { sheet: number } = placeOfRow(row.row);
      if (number !== sheet) {
        read.push(...reader.end());
        reader = new SheetReader();
        sheet = number;
      }
      read.push(...reader.take(row));
    }
    if (read.length > 0) yield counted(read);
  }
  const rest = counted(reader.end());
  if (rest.length > 0) yield rest;
}

/** A whole list, to be looked through before it is asked about. */
export async function readNameList(
  levels: readonly { id: string }[],
  bytes: Uint8Array,
  mostPeople: number,
): Promise<Done<NameList> | Unfit> {
  try {
    const read: ReadRow[] = [];
    for await (const rows of readList(bytes, mostPeople)) read.push(...rows);
    return { type: "done", answer: nameListOf(levels, read) };
  } catch (error) {
    if (error instanceof Unreadable) return unfitFile(error.message);
    throw error;
  }
}
