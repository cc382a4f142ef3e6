// The working calendar.
import { calendarYears, publishYear } from "#jurisdiction/uses/calendar.ts";
import { signedInOf } from "../context.ts";
import { answerOf } from "../refuse.ts";
import { endpoints } from "./implementer.ts";

export const calendar = {
  list: endpoints.calendar.list.handler(async ({ context }) => {
    const years = await calendarYears(context.app, signedInOf(context).actor);
    return years.map(({ off, worked, ...one }) => ({ ...one, off: [...off], worked: [...worked] }));
  }),
  publish: endpoints.calendar.publish.handler(async ({ input, context }) =>
    answerOf(await publishYear(context.app, signedInOf(context).actor, input)),
  ),
};
