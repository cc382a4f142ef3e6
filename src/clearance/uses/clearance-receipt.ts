// The receipt (回执) of one round: question, law, entries of the registry, answers, and the hash of it all; made again it has the same bytes.
import { createHash, hash } from "node:crypto";
import { canonicalJson } from "#audit/canonical.ts";
import type { Law } from "#law/compile/law.ts";
import type { AnsweredLine } from "../rows/clearance-answers.ts";
import type { ClearanceRequest } from "../rows/clearance-requests.ts";

export type ReceiptHead = {
  jurisdictionId: string;
  request: Pick<ClearanceRequest, "requestId" | "number" | "requester" | "purpose" | "date" | "year" | "names">;
  round: number;
  askedAt: string;
  /** Version of the law in force: packs and interpretations. */
  lawVersion: string;
};

/** The first line of the receipt: the question and the law. */
export function headOfReceipt(law: Law, { jurisdictionId, request, round, askedAt, lawVersion }: ReceiptHead): string {
  return canonicalJson({
    format: 1,
    type: "clearance-receipt",
    jurisdictionId,
    ...request,
    round,
    askedAt,
    law: {
      version: lawVersion,
      regulation: law.regulation.id,
      upper: law.upper.map(({ id }) => id),
      settings: law.settings,
      interpretations: law.interpretations.map(({ id, number }) => ({ id, number })),
      norms: Object.fromEntries(law.norms),
    },
  });
}

export type ReceiptWriter = {
  first: string;
  add: (line: Omit<AnsweredLine, "personId" | "digest" | "matters">) => string;
  end: () => { last: string; hash: string };
};

/** Writes JSON Lines: the head, a line for each name, and the hash of all lines before. */
export function writeReceipt(head: string): ReceiptWriter {
  const sum = createHash("sha256");
  const written = (line: string): string => {
    sum.update(`${line}\n`);
    return `${line}\n`;
  };
  return {
    first: written(head),
    add: (line) => written(canonicalJson(lineOf(line))),
    end: () => {
      const digest = sum.digest("hex");
      return { last: `${canonicalJson({ sha256: digest })}\n`, hash: digest };
    },
  };
}

/** The line as the receipt has it; answer and registry go in as they are kept. */
function lineOf(answered: Parameters<ReceiptWriter["add"]>[0]): unknown {
  const { line, name, unit, idNumberMasked, toLevel, match, kind, answer, registry } = answered;
  return {
    line,
    asked: { name, unit, idNumber: idNumberMasked, toLevel },
    match,
    kind,
    registry: JSON.parse(registry) as unknown,
    answer: JSON.parse(answer) as unknown,
  };
}

/** SHA-256 of one answer about one person: a confirmation names the very answer that it is about. */
export function digestOfAnswer(personId: string | null, answer: string): string {
  return hash("sha256", `${personId ?? ""}\n${answer}`);
}
