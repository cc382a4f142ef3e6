// The question of eligibility: may these persons be promoted, appointed, honoured; if not, by which article and until when.
import { z } from "zod";
import type { Role } from "#casework/roles.ts";
import { shownReason } from "../rules/what-to-do.ts";
import { nameMissing, namesMissing, namesTooMany, purposeMissing } from "../rules/words.ts";
import { answerSchema } from "#law/pack/vocabulary.ts";
import { citationShape, sentenceShape } from "#law/text/citation.ts";
import { endpoint } from "#kernel/contract/meta.ts";
import { typedIdNumber } from "#lists/rules/cell-id-number.ts";
import { nameOf } from "#lists/rules/cell-name.ts";
import { unparsed } from "#kernel/contract/unparsed.ts";
import { restrictionView } from "./restriction-view.ts";

export const askers: readonly Role[] = ["discipline-officer", "reviewer", "personnel-officer", "committee-secretary"];

/** The highest number of names in one question. */
export const maxNames = 2000;

/** One name as typed or pasted; personId once a person has chosen among several. */
export const nameInput = z.strictObject({
  /** Compared and kept as it is read everywhere: no blanks of typesetting, one kind of dot. */
  name: z.string().overwrite(nameOf).min(1, nameMissing).max(50),
  unit: z.string().trim().max(100).default(""),
  /** As it is pasted: blanks and hyphens within it, full-width digits, the old fifteen. */
  idNumber: z.string().overwrite(typedIdNumber).max(18).default(""),
  personId: z.string().max(64).nullable().default(null),
  toLevel: z.string().max(20).nullable().default(null),
});

export type AskedName = z.output<typeof nameInput>;

export const questionInput = z.strictObject({
  /** A purpose of the regulation's vocabulary, which says whether it is asked on a date or for a year. */
  purpose: z.string().min(1, purposeMissing).max(64),
  /** Where it is asked on a date: the day of the decision, ISO. */
  date: z.string().nullable(),
  /** Where it is asked for a year. */
  year: z.int().min(1900).max(2100).nullable(),
  names: z.array(nameInput).min(1, namesMissing).max(maxNames, namesTooMany(maxNames)),
});

/** A person of the registry as far as a line needs them: enough to tell namesakes apart. */
const candidate = z.object({
  personId: z.string(),
  name: z.string(),
  organizationName: z.string(),
  post: z.string().nullable(),
  idNumberMasked: z.string(),
});
export type Candidate = z.output<typeof candidate>;

/** By one layer of norms alone; `until` is an ISO day. */
const layerView = z.object({ answer: answerSchema, until: z.string().nullable() });
/** What is shown of an answer everywhere; each place adds its own view of the restrictions. */
export const shownAnswer = z.object({
  answer: answerSchema,
  /** ISO day. */
  until: z.string().nullable(),
  nothingRecorded: z.boolean(),
  layers: z.object({ regulation: layerView, upper: layerView }),
  citations: z.array(citationShape),
  sentences: z.array(sentenceShape),
  reasons: z.array(shownReason),
  notes: z.array(sentenceShape),
});
export type ShownAnswer = z.output<typeof shownAnswer>;

const asked = { row: z.int(), name: z.string(), unit: z.string() };
/** The three kinds of nothing stay apart: nobody of that name, several, and one on whom nothing is recorded. */
const eligibilityLine = z.union([
  z.object({ ...asked, match: z.literal("no-such-person") }),
  /** The asker, or a close relative (回避): answered by somebody else. */
  z.object({ ...asked, match: z.literal("recused") }),
  /** Of several one is to be chosen; `name-only`: the only one of that name, whose unit is not the one given. */
  z.object({ ...asked, match: z.enum(["several", "name-only"]), candidates: z.array(candidate) }),
  shownAnswer.extend({
    ...asked,
    match: z.literal("one"),
    person: candidate,
    restrictions: z.array(restrictionView),
  }),
]);
export type EligibilityLine = z.output<typeof eligibilityLine>;
const eligibilityReply = z.object({
  askedAt: z.string(),
  purpose: z.string(),
  date: z.string().nullable(),
  year: z.int().nullable(),
  /** How many lines of each kind. */
  summary: z.record(z.enum([...answerSchema.options, "several", "name-only", "no-such-person", "recused"]), z.int()),
  lines: z.array(eligibilityLine),
  /** The first 16 characters of the hash of the log entry of this question. */
  serial: z.string(),
});
export type EligibilityReply = z.output<typeof eligibilityReply>;

/** The question of the line that is explained, for its one person. */
export const whyInput = questionInput.omit({ names: true }).extend({
  personId: z.string().min(1).max(64),
  toLevel: nameInput.shape.toLevel,
});

const place = z.object({ pack: z.string(), at: z.string(), label: sentenceShape });
const eligibilityExplanation = z.object({
  person: z.object({ name: z.string(), organizationName: z.string() }),
  answer: answerSchema,
  until: z.string().nullable(),
  /** The answer in words, then each reason with its quoted clause. */
  sentences: z.array(sentenceShape),
  reasons: z.array(shownReason),
  notes: z.array(sentenceShape),
  /** How the days of each period were counted. */
  arithmetic: z.array(
    z.object({ layer: z.enum(["regulation", "upper"]), cite: place, bars: sentenceShape, sentence: sentenceShape }),
  ),
  /** The readings that were consulted, and what each other option would answer. */
  readings: z.array(
    z.object({
      name: z.string(),
      question: sentenceShape,
      cite: place,
      inForce: sentenceShape,
      alternatives: z.array(
        z.object({
          option: z.string(),
          meaning: sentenceShape,
          answer: answerSchema,
          until: z.string().nullable(),
          changes: z.boolean(),
        }),
      ),
    }),
  ),
  /** The first day on which nothing bars; null for a year's question. */
  earliest: z.string().nullable(),
  /** What would make the answer another one, in words. */
  changes: z.array(sentenceShape),
});
export type EligibilityExplanation = z.output<typeof eligibilityExplanation>;

export const eligibility = {
  ask: endpoint
    .route({ method: "POST", path: "/eligibility" })
    .meta({ access: askers, logged: "sensitive-read" })
    .input(questionInput)
    .output(unparsed(eligibilityReply)),
  explain: endpoint
    .route({ method: "POST", path: "/eligibility/explain" })
    .meta({ access: askers, logged: "sensitive-read" })
    .input(whyInput)
    .output(eligibilityExplanation),
};
