// The question of eligibility: may these persons be promoted, appointed, honoured; if not, by which article and until when.
import { type } from "@orpc/contract";
import { z } from "zod";
import type { AnswerKind } from "#law/reckon/eligibility.ts";
import type { Role } from "#casework/roles.ts";
import type { ShownReason } from "../rules/what-to-do.ts";
import { nameMissing, namesMissing, namesTooMany, purposeMissing } from "../rules/words.ts";
import type { Citation, Sentence } from "#law/text/citation.ts";
import { endpoint } from "#kernel/contract/meta.ts";
import { typedIdNumber } from "#lists/rules/cell-id-number.ts";
import { nameOf } from "#lists/rules/cell-name.ts";
import type { RestrictionView } from "./restriction-view.ts";

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

/** The three kinds of nothing stay apart: nobody of that name, several, and one on whom nothing is recorded. */
export type Candidate = {
  personId: string;
  name: string;
  organizationName: string;
  post: string | null;
  idNumberMasked: string;
};
type LayerView = { answer: AnswerKind; until: string | null };
/** What is shown of an answer everywhere; each place adds its own view of the restrictions. */
export type ShownAnswer = {
  answer: AnswerKind;
  /** ISO day. */
  until: string | null;
  nothingRecorded: boolean;
  layers: { regulation: LayerView; upper: LayerView };
  citations: Citation[];
  sentences: Sentence[];
  reasons: ShownReason[];
  notes: Sentence[];
};
export type EligibilityLine = { row: number; name: string; unit: string } & (
  | { match: "no-such-person" }
  /** The asker, or a close relative (回避): answered by somebody else. */
  | { match: "recused" }
  /** Of several one is to be chosen; `name-only`: the only one of that name, whose unit is not the one given. */
  | { match: "several" | "name-only"; candidates: Candidate[] }
  | ({ match: "one"; person: Candidate; restrictions: RestrictionView[] } & ShownAnswer)
);
export type EligibilityReply = {
  askedAt: string;
  purpose: string;
  date: string | null;
  year: number | null;
  summary: Record<AnswerKind | "several" | "name-only" | "no-such-person" | "recused", number>;
  lines: EligibilityLine[];
  /** The first 16 characters of the hash of the log entry of this question. */
  serial: string;
};

/** The question of the line that is explained, for its one person. */
export const whyInput = questionInput.omit({ names: true }).extend({
  personId: z.string().min(1).max(64),
  toLevel: nameInput.shape.toLevel,
});

type Place = { pack: string; at: string; label: Sentence };

export type EligibilityExplanation = {
  person: { name: string; organizationName: string };
  answer: AnswerKind;
  until: string | null;
  /** The answer in words, then each reason with its quoted clause. */
  sentences: Sentence[];
  reasons: ShownReason[];
  notes: Sentence[];
  /** How the days of each period were counted. */
  arithmetic: { layer: "regulation" | "upper"; cite: Place; bars: Sentence; sentence: Sentence }[];
  /** The readings that were consulted, and what each other option would answer. */
  readings: {
    name: string;
    question: Sentence;
    cite: Place;
    inForce: Sentence;
    alternatives: { option: string; meaning: Sentence; answer: AnswerKind; until: string | null; changes: boolean }[];
  }[];
  /** The first day on which nothing bars; null for a year's question. */
  earliest: string | null;
  /** What would make the answer another one, in words. */
  changes: Sentence[];
};

export const eligibility = {
  ask: endpoint
    .route({ method: "POST", path: "/eligibility" })
    .meta({ access: askers, logged: "sensitive-read" })
    .input(questionInput)
    .output(type<EligibilityReply>()),
  explain: endpoint
    .route({ method: "POST", path: "/eligibility/explain" })
    .meta({ access: askers, logged: "sensitive-read" })
    .input(whyInput)
    .output(type<EligibilityExplanation>()),
};
