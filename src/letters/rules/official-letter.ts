// An official letter (信函格式, GB/T 9704) as blocks: what stands in it, whichever program sets it.
import { dayWritten, headingNumerals } from "./words.ts";

export type LetterTable = {
  columns: readonly { heading: string; share: number }[];
  rows: readonly (readonly string[])[];
};

export type OfficialLetter = {
  /** The issuing organ above the red lines. */
  organ: string;
  /** Empty before it is issued. */
  number: string;
  title: string;
  addressee: string;
  /** "heading" is a heading of the first degree (一、), "text" a paragraph. */
  body: readonly { type: "heading" | "text"; text: string }[];
  attachment: { title: string; table: LetterTable } | null;
  signature: { organ: string; day: string };
  /** ISO day that the file itself bears: of issue, or of the draft. */
  dated: string;
  /** Printed across a page that is no letter yet, or no longer; empty on one that stands. */
  mark: string;
};

/** 2026-07-31 → 2026年7月31日 */
export function dayInWords(iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  return dayWritten(year, Number(month), Number(day));
}

/** The numeral before the nth heading, from 0; there are never more than ten. */
export function numeralOf(index: number): string {
  return headingNumerals[index] ?? String(index + 1);
}
