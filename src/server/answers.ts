// What the server says when it says no: one shape for the contract's endpoints, for files and for what no handler saw.
import { ORPCError, ValidationError } from "@orpc/server";
import type { FastifyError } from "fastify";
import type { Issue } from "#kernel/answer.ts";
import type { Refusal } from "#law/refusal.ts";
import { problems, inputInvalid, refusedUnsaid } from "./words.ts";

/** The same shape as oRPC's own errors, so that the client reads every refusal alike. `data.issues[].path` names the field. */
export type Problem = { defined: boolean; code: string; status: number; message: string; data?: unknown };

/** Each field that was refused, with its path, in one sentence. */
export function invalidInput(issues: readonly Issue[]): Problem {
  const message = issues
    .map((issue) => (issue.path === "" ? issue.message : `${issue.path}：${issue.message}`))
    .join("；");
  return { defined: false, code: "BAD_REQUEST", status: 400, message: inputInvalid(message), data: { issues } };
}

/** Every reason with its source, the first as the message. */
export function refusedByLaw(refusals: readonly Refusal[]): Problem {
  const message = refusals[0]?.message.zh ?? refusedUnsaid;
  return { defined: true, code: "REFUSED", status: 422, message, data: { refusals } };
}

/** The path of an issue as one text: `names.0.name`. */
export function issuesOf(issues: readonly { path?: readonly unknown[] | undefined; message: string }[]): Issue[] {
  return issues.slice(0, 50).map(({ path, message }) => ({
    path: (path ?? [])
      .map((part) => String(typeof part === "object" && part !== null && "key" in part ? part.key : part))
      .join("."),
    message,
  }));
}

/** What the machine lacked, by the code of the failure: room (of the files ENOSPC and EDQUOT, of the database disk_full), its database, or a reader. */
const missingAnswers: Readonly<Record<string, Problem>> = {
  ENOSPC: problems.noSpace,
  EDQUOT: problems.noSpace,
  "53100": problems.noSpace,
  DATABASE_AWAY: problems.databaseAway,
  DATABASE_AWAY_AT_COMMIT: problems.databaseAwayAtCommit,
  READERS_BUSY: problems.readersBusy,
};

/** What is told of a failure whose reason whoever asked should know, though it is the machine's; null for every other. */
export function problemOfMachine(error: unknown): Problem | null {
  for (let one = error, depth = 0; one instanceof Error && depth < 8; one = one.cause, depth += 1) {
    const problem = "code" in one ? missingAnswers[String(one.code)] : undefined;
    if (problem !== undefined) return problem;
  }
  return null;
}

/** What a failed call of the contract answers with; null when it is a fault of the machine, which must be logged and not told. */
export function problemOfError(error: unknown): Problem | null {
  const said = Object.values(missingAnswers).find(({ code }) => error instanceof ORPCError && error.code === code);
  if (said !== undefined) return said;
  if (error instanceof ORPCError && error.status < 500) {
    if (error.cause instanceof ValidationError) return invalidInput(issuesOf(error.cause.issues));
    if (error.code === "BAD_REQUEST" && error.data === undefined) return problems.malformed;
    const code: unknown = error.code;
    const data: unknown = error.data;
    return { defined: error.defined, code: String(code), status: error.status, message: error.message, data };
  }
  return null;
}

/** What fastify's own refusals (body too large, no JSON, too many requests) answer with; null as above. */
export function problemOfTransport(error: FastifyError): Problem | null {
  const lacked = problemOfMachine(error);
  if (lacked !== null) return lacked;
  if (error.statusCode === 413) return problems.tooLarge;
  if (error.statusCode === 415) return problems.wrongMediaType;
  if (error.statusCode === 429) return problems.tooMany;
  if (
    error.code === "FST_ERR_CTP_INVALID_JSON_BODY" ||
    error.code === "FST_ERR_CTP_EMPTY_JSON_BODY" ||
    error instanceof SyntaxError
  )
    return problems.notJson;
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return { ...problems.malformed, status: error.statusCode };
  return null;
}
