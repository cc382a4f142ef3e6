// A day that there is, where one is asked for.
import { parseDay } from "#law/reckon/days.ts";
import { z } from "zod";
import { dayUnfit } from "./words.ts";

/** An existing day from 1949-10-01 to 2999-12-31, as ISO text. */
export const existingDay = z
  .string()
  .max(10)
  .refine((text) => parseDay(text) !== null && text >= "1949-10-01" && text <= "2999-12-31", dayUnfit);
