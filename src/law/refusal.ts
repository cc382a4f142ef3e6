// A refusal is an answer: it says what is not possible and where that is written.
import type { Citation, Sentence } from "./text/citation.ts";

/** Every reason for which the law itself refuses; of these, casework passes on what its acts come to. */
export const lawRefusalCodes = [
  "absorbed",
  "addition-due",
  "adjustment-without-reasons",
  "already-verified",
  "body-measure-on-person",
  "conduct-before-validity",
  "decided-before-validity",
  "decision-belongs-above",
  "measure-not-open",
  "measure-of-tier-due",
  "no-such-gravity",
  "not-a-party-member",
  "not-an-interpreting-body",
  "not-combinable",
  "out-of-scope",
  "personal-measure-on-organization",
  "refer-instead",
  "unknown-measure",
  "unknown-option",
  "unknown-rule",
  "unknown-sanction",
  "unknown-setting",
  "wrong-body",
] as const;
export type LawRefusalCode = (typeof lawRefusalCodes)[number];

/**
 * `source` is null only where no text forbids the thing and it is impossible in itself (a missing
 * field, an unknown name). `field` names the input that was refused.
 */
export type Refusal = { code: string; message: Sentence; source: Citation | null; field?: string };
