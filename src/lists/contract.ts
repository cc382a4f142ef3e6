// A list of names before anything is asked of it: read from a file, and each name compared with the registry.
import { z } from "zod";
import { askers, nameInput } from "#eligibility/contract/eligibility.ts";
import { endpoint } from "#kernel/contract/meta.ts";
import { listedTooMany } from "./rules/words.ts";
import type { NotReadReason } from "./rules/sheet-blocks.ts";
import { notReadWords } from "./rules/list-words.ts";

/** The highest number of names that are compared at once. */
export const maxListed = 10_000;

const notes = ["number-spoilt", "number-masked", "number-invalid", "level-unknown", "hidden-row"] as const;
const reasons = Object.keys(notReadWords) as NotReadReason[]; // keys of that very record

/** A list of names read from a file: every row with something in it is a person, a row of headings, or named as not read. */
export const namesRead = z.object({
  people: z.array(
    z.object({
      row: z.int(),
      name: z.string(),
      unit: z.string(),
      idNumber: z.string(),
      level: z.string().nullable(),
      levelSaid: z.string(),
      notes: z.array(z.enum(notes)),
    }),
  ),
  notRead: z.array(z.object({ type: z.literal("not-read"), row: z.int(), text: z.string(), why: z.enum(reasons) })),
});

/** Who is meant by a row; `own`: the asker or a relative of theirs, about whom somebody else asks. */
const matches = [
  "id-number",
  "name-and-unit",
  "name-alone",
  "chosen",
  "name-only",
  "several",
  "no-such-person",
  "own",
] as const;
export type ListMatch = (typeof matches)[number];

export const lists = {
  check: endpoint
    .route({ method: "POST", path: "/lists/check" })
    .meta({ access: askers, logged: "sensitive-read" })
    .input(
      z.strictObject({
        names: z
          .array(nameInput.pick({ name: true, unit: true, idNumber: true }))
          .min(1)
          .max(maxListed, listedTooMany(maxListed)),
      }),
    )
    .output(
      z.object({
        /** In the order of the names; `person` where one is meant for sure. */
        rows: z.array(
          z.object({
            match: z.enum(matches),
            person: z.object({ personId: z.string(), name: z.string(), organizationName: z.string() }).nullable(),
            candidates: z.int(),
          }),
        ),
      }),
    ),
};
