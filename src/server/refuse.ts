// The one place where the answer of a use becomes what the contract says: its value, or the problem that is thrown.
import { ORPCError } from "@orpc/server";
import type { Answer, Conflict, NotFound, Refused, Unfit } from "#kernel/answer.ts";
import { invalidInput, refusedByLaw } from "./answers.ts";
import type { Problem } from "./answers.ts";
import { problems } from "./words.ts";

export function refuse({ code, status, message, data }: Problem): never {
  throw new ORPCError(code, { status, message, data });
}

/** What was answered; otherwise thrown. */
export function valueOf<T>(answer: Answer<T> | Unfit): T {
  return answer.type === "done" ? answer.answer : refuse(problemOfAnswer(answer));
}

export function problemOfAnswer(answer: Refused | NotFound | Conflict | Unfit): Problem {
  switch (answer.type) {
    case "refused":
      return refusedByLaw(answer.refusals);
    case "not-found":
      return problems.notFound;
    case "conflict": {
      const { message, version, since } = answer;
      return { defined: true, code: "CONFLICT", status: 409, message: message.zh, data: { version, since } };
    }
    case "unfit":
      return invalidInput(answer.issues);
  }
}
