// What the server says when it says no, and the words of its files and of its OpenAPI document.
import type { Problem } from "./answers.ts";

// answers.ts
export const problems = {
  unauthorized: { defined: true, code: "UNAUTHORIZED", status: 401, message: "请先登录" },
  noToken: { defined: false, code: "UNAUTHORIZED", status: 401, message: "令牌缺失、有误、已过期或者已吊销" },
  forbidden: { defined: true, code: "FORBIDDEN", status: 403, message: "您的角色不能使用此功能" },
  passwordFirst: { defined: false, code: "PASSWORD_CHANGE_REQUIRED", status: 403, message: "请先修改一次性密码" },
  codesFirst: { defined: false, code: "CODES_REQUIRED", status: 403, message: "请先启用动态口令" },
  someoneElse: {
    defined: false,
    code: "SIGNED_IN_AS_ANOTHER",
    status: 409,
    message: "已换人登录：本页面显示的不是现在登录的人，未办理。请核对后再提交",
  },
  foreignOrigin: { defined: false, code: "FOREIGN_ORIGIN", status: 403, message: "请求来自其他网站，已拒绝" },
  notFound: { defined: true, code: "NOT_FOUND", status: 404, message: "没有这一事项，或者不在您的办理范围内" },
  noSuchPath: { defined: false, code: "NO_SUCH_PATH", status: 404, message: "没有这个地址" },
  tooMany: { defined: true, code: "TOO_MANY_REQUESTS", status: 429, message: "操作过于频繁，请稍后再试" },
  readersBusy: {
    defined: false,
    code: "READERS_BUSY",
    status: 429,
    message: "正在读取的文件较多，本次上传的文件没有读取，也没有保存；请半分钟后重新上传",
  },
  tooLarge: { defined: false, code: "PAYLOAD_TOO_LARGE", status: 413, message: "文件或提交内容超过上限" },
  notJson: { defined: false, code: "BAD_REQUEST", status: 400, message: "提交的内容不是有效的 JSON" },
  wrongMediaType: {
    defined: false,
    code: "UNSUPPORTED_MEDIA_TYPE",
    status: 415,
    message: "不支持的提交格式，请使用 application/json",
  },
  malformed: { defined: false, code: "BAD_REQUEST", status: 400, message: "请求的格式不正确" },
  tooSlow: {
    defined: false,
    code: "REQUEST_TIMEOUT",
    status: 408,
    message: "请求没有在规定时间内发完，本次操作没有保存；请检查网络后重新提交",
  },
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
export const inputInvalid = (message: string): string => `提交的内容有误：${message}`;
export const refusedUnsaid = "不予办理";

// api.ts
export const textNotStorable = "含有不能保存的字符，或者嵌套过深，请删去后重新提交";

// faults.ts
export const faultIn = (where: string, kinds: readonly string[], frames: readonly string[]): string =>
  `系统错误 fault in ${where}: ${kinds.join(" ← ")}\n${frames.join("\n")}\n`;

// files.ts
export const logFile = (day: string): string => `日志-${day}.jsonl`;
export const numberedAnswersFile = (day: string, serial: string): string => `任职资格核查结果-${day}-${serial}.xlsx`;
export const answersFile = (day: string): string => `任职资格核查结果-${day}.xlsx`;
export const importTooLarge = (mebibytes: number): string => `文件超过上限 ${mebibytes} MiB，请拆分后上传`;
export const evidenceTooLarge = (mebibytes: number): string => `文件超过上限 ${mebibytes} MiB`;

// openapi.ts
export const programDocument = {
  title: "问责 Wenze",
  answered: "征求的编号、逐人结论和合计。A header, one line per name, and an end line.",
  invalid: "内容有误，逐项指明。What is wrong, listed by field.",
  noToken: "令牌缺失、有误、已过期或者已吊销。Missing, invalid, expired or revoked token.",
  ask: "征求廉政意见，一次最多一万人。Request clearance for up to ten thousand names at a time.",
  askAtLength:
    "逐行边核查边返回；收到最后一行（type 为 end）才表示已经登记保存，没有收到的请用同一 key 重新征求；再次出现首行（type 为 request）的，此前各行作废。" +
    "Lines are sent as they are checked. Only the last line (type end) confirms that the request has been saved; without it, request again with the same key. If the header (type request) comes again, all lines before it are void.",
  refused: "不予办理，附理由。Refused, with reasons.",
  read: "查看本令牌征求的最近结论和回复函状态。The latest results of a request made with this token, and the status of the reply letter.",
  notFound: "没有这一征求，或者不是本令牌提出。No such request, or it was not made with this token.",
};
