// The refusals of the contract, thrown so that every handler says no in the same words.
import { ORPCError } from "@orpc/server";
import type { Administered } from "#accounts/uses/accounts.ts";
import type { Performed, Receipt, Since } from "#matters/uses/perform.ts";
import type { Refusal } from "#law/refusal.ts";
import { invalidInput, problems, refusedByLaw } from "./answers.ts";
import type { Issue, Problem } from "./answers.ts";

export function refuse({ code, status, message, data }: Problem): never {
  throw new ORPCError(code, { status, message, data });
}

export function refuseInput(issues: readonly Issue[]): never {
  return refuse(invalidInput(issues));
}

/** What was found, or the one answer for what is not there and what is not for this reader. */
export function foundOr404<T>(found: T | null): T {
  return found ?? refuse(problems.notFound);
}

export function refuseByLaw(refusals: readonly Refusal[]): never {
  return refuse(refusedByLaw(refusals));
}

/** Somebody was quicker: what they did since the version that was sent. */
export function refuseConflict(message: string, data: { version: number; since: readonly Since[] }): never {
  return refuse({ defined: true, code: "CONFLICT", status: 409, message, data });
}

/** The receipt of an act that was done; otherwise thrown. */
export function receiptOf(performed: Performed): Receipt {
  switch (performed.type) {
    case "done":
      return performed.receipt;
    case "refused":
      return refuseByLaw(performed.refusals);
    case "conflict":
      return refuseConflict("该事项已有新的办理记录", { version: performed.version, since: performed.since });
    case "not-found":
      return refuse(problems.notFound);
  }
}

export function answerOf<T>(administered: Administered<T>): T {
  switch (administered.type) {
    case "done":
      return administered.answer;
    case "refused":
      return refuseByLaw(administered.refusals);
    case "not-found":
      return refuse(problems.notFound);
  }
}
