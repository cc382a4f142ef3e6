// What the server says when it says no: one shape for the contract's endpoints, for files and for what no handler saw.
import { ORPCError, ValidationError } from "@orpc/server";
import type { FastifyError } from "fastify";
import type { Issue } from "#kernel/answer.ts";
import type { Refusal } from "#law/refusal.ts";

/** The same shape as oRPC's own errors, so that the client reads every refusal alike. `data.issues[].path` names the field. */
export type Problem = { defined: boolean; code: string; status: number; message: string; data?: unknown };

export const problems = {
  unauthorized: { defined: true, code: "UNAUTHORIZED", status: 401, message: "请先登录" },
  noToken: { defined: false, code: "UNAUTHORIZED", status: 401, message: "令牌缺失、有误、已过期或者已吊销" },
  forbidden: { defined: true, code: "FORBIDDEN", status: 403, message: "您的角色不能使用此功能" },
  passwordFirst: { defined: false, code: "PASSWORD_CHANGE_REQUIRED", status: 403, message: "请先修改一次性密码" },
  codesFirst: { defined: false, code: "CODES_REQUIRED", status: 403, message: "请先启用动态口令" },
  foreignOrigin: { defined: false, code: "FOREIGN_ORIGIN", status: 403, message: "请求来自其他网站，已拒绝" },
  notFound: { defined: true, code: "NOT_FOUND", status: 404, message: "没有这一事项，或者不在您的办理范围内" },
  noSuchPath: { defined: false, code: "NO_SUCH_PATH", status: 404, message: "没有这个地址" },
  tooMany: { defined: true, code: "TOO_MANY_REQUESTS", status: 429, message: "操作过于频繁，请稍后再试" },
  tooLarge: { defined: false, code: "PAYLOAD_TOO_LARGE", status: 413, message: "文件或提交内容超过上限" },
  notJson: { defined: false, code: "BAD_REQUEST", status: 400, message: "提交的内容不是有效的 JSON" },
  wrongMediaType: {
    defined: false,
    code: "UNSUPPORTED_MEDIA_TYPE",
    status: 415,
    message: "不支持的提交格式，请使用 application/json",
  },
  malformed: { defined: false, code: "BAD_REQUEST", status: 400, message: "请求的格式不正确" },
  noSpace: {
    defined: false,
    code: "INSUFFICIENT_STORAGE",
    status: 507,
    message: "服务器磁盘空间不足，本次操作没有保存；请联系系统管理员清出空间后重新提交",
  },
  databaseAway: {
    defined: false,
    code: "DATABASE_AWAY",
    status: 503,
    message: "数据库没有应答，本次操作没有保存；请稍后重新提交，仍不能办理时请联系系统管理员检查数据库",
  },
  databaseAwayAtCommit: {
    defined: false,
    code: "DATABASE_AWAY_AT_COMMIT",
    status: 503,
    message:
      "数据库在保存本次操作时中断，是否已经保存尚不确定；请稍后在原页面重新提交（已经保存的不会重复办理），仍不能办理时请联系系统管理员检查数据库",
  },
  broken: {
    defined: false,
    code: "INTERNAL_SERVER_ERROR",
    status: 500,
    message: "系统内部错误，操作未完成，请稍后重试或者联系系统管理员",
  },
} as const satisfies Record<string, Problem>;

/** Each field that was refused, with its path, in one sentence. */
export function invalidInput(issues: readonly Issue[]): Problem {
  const message = issues
    .map((issue) => (issue.path === "" ? issue.message : `${issue.path}：${issue.message}`))
    .join("；");
  return { defined: false, code: "BAD_REQUEST", status: 400, message: `提交的内容有误：${message}`, data: { issues } };
}

/** Every reason with its source, the first as the message. */
export function refusedByLaw(refusals: readonly Refusal[]): Problem {
  const message = refusals[0]?.message.zh ?? "不予办理";
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

/** What the machine lacked, by the code of the failure: room (of the files ENOSPC and EDQUOT, of the database disk_full) or its database. */
const lacking: Readonly<Record<string, Problem>> = {
  ENOSPC: problems.noSpace,
  EDQUOT: problems.noSpace,
  "53100": problems.noSpace,
  DATABASE_AWAY: problems.databaseAway,
  DATABASE_AWAY_AT_COMMIT: problems.databaseAwayAtCommit,
};

/** What is told of a failure whose reason whoever asked should know, though it is the machine's; null for every other. */
export function problemOfMachine(error: unknown): Problem | null {
  for (let one = error, depth = 0; one instanceof Error && depth < 8; one = one.cause, depth += 1) {
    const problem = "code" in one ? lacking[String(one.code)] : undefined;
    if (problem !== undefined) return problem;
  }
  return null;
}

/** What a failed call of the contract answers with; null when it is a fault of the machine, which must be logged and not told. */
export function problemOfError(error: unknown): Problem | null {
  const said = Object.values(lacking).find(({ code }) => error instanceof ORPCError && error.code === code);
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
