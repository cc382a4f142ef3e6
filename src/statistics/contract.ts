// How many were restricted on a day: by what they are barred from, by cause, by unit, and month by month.
import { z } from "zod";
import { restrictionReaders } from "#eligibility/contract/restriction-view.ts";
import { existingDay } from "#kernel/contract/existing-day.ts";
import { endpoint } from "#kernel/contract/meta.ts";

/** The day and the layer of figures. */
export const figuresDay = { on: existingDay, layer: z.enum(["regulation", "upper"]).default("regulation") };

export const figure = z.object({ id: z.string(), persons: z.int() });
export const unitFigure = figure.extend({ name: z.string() });
export const monthFigure = z.object({ day: z.string(), persons: z.int() });
/** Numbers of persons, each counted once in a row; a person barred from two things counts in two rows. */
const restrictedFigures = z.object({
  persons: z.int(),
  byBars: z.array(figure),
  byCause: z.array(figure),
  /** Units of the day, by the names they had. */
  byUnit: z.array(unitFigure),
  /** On the day itself and on the same day of the 24 months before, the earliest first. */
  byMonth: z.array(monthFigure),
});
export type RestrictedFigures = z.output<typeof restrictedFigures>;

export const statistics = {
  /** How many were restricted on a day, as law and measures stand now. */
  figures: endpoint
    .route({ method: "POST", path: "/restrictions/figures" })
    .meta({ access: restrictionReaders, logged: "sensitive-read" })
    .input(z.strictObject(figuresDay))
    .output(restrictedFigures),
};
