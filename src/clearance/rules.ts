// Requests for clearance (征求廉政意见): matching a name with the registry, and the shape of an answer.
import { z } from "zod";
import { shownAnswer } from "#eligibility/contract/eligibility.ts";
import { restrictionView } from "#eligibility/contract/restriction-view.ts";
import type { AnswerKind } from "#law/reckon/eligibility.ts";
import { matchNamesakes } from "#registry/rules/match-namesakes.ts";

/** One line as it was asked. The ID number only as its fingerprint, empty where none was given. */
export type AskedLine = { name: string; unit: string; fingerprint: string; untold?: boolean };

/** A person of the registry for matching: with every ID number and every name of the unit that they are known under. */
export type Namesake = { id: string; fingerprints: readonly string[]; units: readonly string[] };

/** How a line was matched with its person. A match by name alone is none until a person confirms it. */
export const matchKind = z.enum([
  "id-number",
  "name-and-unit",
  "chosen",
  "name-only",
  "several",
  "no-such-person",
  "nobody-chosen",
]);
export type Match = z.output<typeof matchKind>;

/** The answer of a line, or why there is none. The three kinds of nothing stay apart. */
export const clearanceKinds = [
  "barred",
  "needs-confirmation",
  "needs-consent",
  "pending",
  "name-only",
  "several",
  "no-such-person",
  "clear",
] as const satisfies readonly (AnswerKind | "name-only" | "several" | "no-such-person")[];
export type ClearanceKind = (typeof clearanceKinds)[number];

export type Matched<Person, Candidate = Person> = {
  match: Match;
  person: Person | null;
  candidates: readonly Candidate[];
};

/**
 * Exact by ID number; else by name and unit; else a person chooses among the candidates. `namesakes` are all who bear or bore
 * this name, `chosen` whom a person chose: null for nobody of them, undefined where nobody has chosen.
 */
export function matchLine<Person, Candidate extends Person & Namesake>(
  asked: AskedLine,
  namesakes: readonly Candidate[],
  chosen: Person | null | undefined,
): Matched<Person, Candidate> {
  if (chosen === null) return { match: "nobody-chosen", person: null, candidates: namesakes };
  if (chosen !== undefined) return { match: "chosen", person: chosen, candidates: [] };
  const meant = matchNamesakes(asked, namesakes);
  // In writing nobody is taken by the name alone: a person confirms it first.
  return meant.match === "name-alone" ? { match: "name-only", person: null, candidates: [meant.person] } : meant;
}

/** Kind of a line without a person. */
export function kindOfUnmatched(match: Match): ClearanceKind {
  return match === "several" || match === "name-only" ? match : "no-such-person";
}

/** The entry of the registry by which a line was answered, or one of the candidates. */
export const registryEntry = z.object({
  personId: z.string(),
  name: z.string(),
  organizationName: z.string(),
  post: z.string().nullable(),
  level: z.string().nullable(),
  partyMember: z.boolean(),
  /** For the day or year asked about; of a candidate nobody has looked. */
  historyComplete: z.boolean(),
  idNumberMasked: z.string(),
});
export type RegistryEntry = z.output<typeof registryEntry>;

const clearanceRestriction = restrictionView.pick({
  bars: true,
  from: true,
  until: true,
  greyDay: true,
  layer: true,
  cite: true,
  norm: true,
  note: true,
});

/** What the requesting office may see: answer, clauses and days (ISO); never a case, nor what is open. */
export const clearanceAnswer = shownAnswer.extend({ restrictions: z.array(clearanceRestriction) });
export type ClearanceAnswer = z.output<typeof clearanceAnswer>;
