// A cell to a day.
import { parseDay } from "#law/reckon/days.ts";
import { dayWords, untilNow } from "./list-words.ts";

/** ISO day, or null: also 2024/3/1, 2024.3.1, 2024年3月1日, 20240301, full-width digits, blanks between; a month alone is its first day. */
export function dayOf(text: string): string | null {
  const plain = text.normalize("NFKC").trim();
  const found = dayWords.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})?$/u.exec(plain);
  if (found === null) return null;
  const [, year = "", month = "", day = "1"] = found;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return parseDay(iso) === null || iso < "1900-01-01" ? null : iso;
}

/** The same, but for a month alone: where one day is asked for, its first is not what was meant. */
export function wholeDayOf(text: string): string | null {
  const plain = text.normalize("NFKC");
  return /\d{8}/u.test(plain) || /(?:\d+\D+){2}\d+/u.test(plain) ? dayOf(text) : null;
}

/** 至今: what has not ended. */
export function isUntilNow(text: string): boolean {
  return untilNow.test(text.normalize("NFKC").trim());
}
