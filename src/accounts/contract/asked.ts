// What whoever asks for something that takes two administrators is answered, and what an account gets back.
import { z } from "zod";

/** What an account gets back: its password (a one-time word in two halves), its one-time codes, or both. */
export const accessShape = z.enum(["password", "codes", "both"]);
export type Access = z.output<typeof accessShape>;

/** `half`: of a one-time word or a token, the half that this administrator hands over; null where there is none. */
export const asked = z.object({ requestId: z.string(), half: z.string().nullable() });
export type Asked = z.output<typeof asked>;
