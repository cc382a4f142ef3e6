// Numbers as spreadsheets show them: as days, or with so many decimals.

/** Formats that every program knows by their number, the Chinese ones among them. */
const knownFormats = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;

/** Whether a format shows a number as a day or a time; `code` where the file says it. */
export function showsDay(id: number, code: string | undefined): boolean {
  if (code === undefined) return knownFormats.some(([first, last]) => id >= first && id <= last);
  const letters = code
    .slice(0, longestCode)
    .replaceAll(/\[[^\]]{0,30}\]|"[^"]*"|[\\*_]./gu, "")
    .toLowerCase();
  return /[ydh]|m{3}|(?:^|[^a-z])s{1,2}(?:[^a-z]|$)|am\/pm/u.test(letters) && letters.trim() !== "standard";
}

/** Of the formats that every program knows by their number. */
const decimalsOfKnown: Readonly<Record<number, number>> = { 1: 0, 2: 2 };

/** What a format makes of a number: a day; so many decimals; null where it is shown as it is. */
export type NumberShown = "day" | number | null;

/** 2024.1 with two decimals is 2024.10 to whoever typed it: October. */
export function numberShown(id: number, code: string | undefined): NumberShown {
  if (showsDay(id, code)) return "day";
  if (code === undefined) return decimalsOfKnown[id] ?? null;
  const found = /^(?:\[[^\]]{0,30}\])?0(?:\.(0{1,10}))?(?:_.|\s|"[^"]*")*(?:;|$)/u.exec(code.slice(0, longestCode));
  return found === null ? null : (found[1]?.length ?? 0);
}

/** As a person sees it. A number longer than a spreadsheet keeps is shown with its exponent, as there: its last digits are lost. */
export function shownNumber(number: number, shown: NumberShown, since1904: boolean): unknown {
  if (shown === "day") return dayOfNumber(number, since1904);
  return shown === null || Math.abs(number) >= 1e15 ? number : number.toFixed(shown);
}

const longestCode = 255;
const millisecondsOfDay = 86_400_000;

/** The ISO day of such a number; empty where it is none. The first system counts 29 February 1900, which never was. */
export function dayOfNumber(number: number, since1904: boolean): string {
  const counted = since1904 || number >= 60 ? number : number + 1;
  const first = since1904 ? "1904-01-01" : "1899-12-30";
  if (!(Math.abs(counted) < 3_000_000)) return "";
  const at = Temporal.Instant.from(`${first}T00:00:00Z`).epochMilliseconds + Math.round(counted * millisecondsOfDay);
  return Temporal.Instant.fromEpochMilliseconds(at).toString().slice(0, 10);
}
