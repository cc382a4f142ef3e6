// What the clock says, in the forms that are stored and shown.
import type { App } from "./app.ts";

/** The zone in which a day begins and ends for everybody here. */
const zone = "Asia/Shanghai";

/** The instant as it is stored: ISO, UTC, milliseconds. */
export function nowOf(app: Pick<App, "clock">): string {
  return app.clock().toString({ fractionalSecondDigits: 3 });
}

/** The ISO day of the clock. */
export function todayOf(app: Pick<App, "clock">): string {
  return app.clock().toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** An instant as people here read it: 2026-07-31 09:05:07. */
export function localTimeOf(instant: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: "second" })
    .replace("T", " ");
}

/** The ISO day on which an instant falls here. */
export function localDayOf(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The instant, as it is stored, at which this hour last began here. */
export function lastNightOf(app: Pick<App, "clock">, hour: number): string {
  const now = app.clock().toZonedDateTimeISO(zone);
  const tonight = now.startOfDay().add({ hours: hour });
  const last = Temporal.ZonedDateTime.compare(tonight, now) <= 0 ? tonight : tonight.subtract({ days: 1 });
  return last.toInstant().toString({ fractionalSecondDigits: 3 });
}
