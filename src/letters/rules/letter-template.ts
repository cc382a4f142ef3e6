// The texts of reply letters, as `templates/` has them: data with fields in braces, checked when they are read.
import { parse } from "yaml";
import { z } from "zod";
import { categories } from "./letter-category.ts";

/** A text that may have these fields, each as `{field}`. */
const text = <Field extends string>(...fields: Field[]) =>
  z.string().superRefine((written, context) => {
    for (const [, field = ""] of written.matchAll(fieldPattern))
      if (!fields.some((one) => one === field))
        context.addIssue({ code: "custom", message: `unknown field {${field}}; known: ${fields.join(", ")}` });
  });
const fieldPattern = /\{([^{}]*)\}/gu;

const replyTemplate = z.strictObject({
  title: text(),
  opening: text("concerned", "requesterDocument", "askedOn", "purposeText", "purpose", "when"),
  heading: text("numeral", "category", "count"),
  /** Below the heading: the names themselves, or for more than fit that they stand in the attachment. */
  named: text("persons"),
  listed: text(),
  notOnRecord: text(),
  closing: text("validUntil"),
  phrases: z.strictObject({
    concernedOne: text("name"),
    concernedSeveral: text("name", "count"),
    requesterDocument: text("document"),
    year: text("year"),
    unit: text("unit"),
    personWithDetails: text("person", "details"),
    clauses: text("clauses"),
    until: text("until"),
    confirmedBy: text("name"),
  }),
  categories: z.record(z.enum(categories), z.strictObject({ posts: text(), yearly: text() })),
  attachment: z.strictObject({
    title: text(),
    columns: z.array(
      z.strictObject({
        heading: text(),
        cell: text("line", "name", "unit", "category", "details"),
        share: z.int().positive(),
      }),
    ),
  }),
});
export type ReplyTemplate = z.output<typeof replyTemplate>;

const revocationTemplate = z.strictObject({
  title: text(),
  body: z.array(text("issuedOn", "number", "revokedOn", "purposeText")).min(1),
});
export type RevocationTemplate = z.output<typeof revocationTemplate>;

/** Throws with `file` and the place of every fault: a text or category missing, a field unknown. */
export function readReplyTemplate(file: string, written: string): ReplyTemplate {
  return checked(file, replyTemplate.safeParse(parse(written)));
}

/** Throws like `readReplyTemplate`. */
export function readRevocationTemplate(file: string, written: string): RevocationTemplate {
  return checked(file, revocationTemplate.safeParse(parse(written)));
}

function checked<Template>(file: string, read: z.ZodSafeParseResult<Template>): Template {
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new Error(`${file}\n${faults.join("\n")}`);
}

/** The text with each field in its place. Values are put in as they are, whatever they hold. */
export function fill(template: string, fields: Readonly<Record<string, string>> = {}): string {
  return template.replaceAll(fieldPattern, (_field, name: string) => fields[name] ?? "");
}
