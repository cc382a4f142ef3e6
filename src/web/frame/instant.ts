// Instants in the clerk's own time, to the minute; calendar days stay the ISO text they are.
import dayjs from "dayjs";

/** 2026-01-31 09:05 in local time; null is now. */
export function minuteOf(instant: string | null): string {
  return dayjs(instant ?? undefined).format("YYYY-MM-DD HH:mm");
}
