// What is said about evidence, acts that came too late, and the vault of reporters.
import type { Sentence } from "#law/text/citation.ts";
import type { UnfitReason } from "../file-content.ts";

// evidence.ts
export const fileEmpty = "文件是空的";
export const unfitFiles: Readonly<Record<UnfitReason, string>> = {
  "unknown-kind": "文件内容不是可以识别的文档、图片、音视频、压缩包或者文本，请转换后上传",
  "broken-archive": "压缩包或者文档已损坏、加密，或者含有非法路径，请重新制作后上传",
  bomb: "压缩包解开后过大或者文件过多，请拆分后上传",
  "nested-archive": "压缩包内还有压缩包，请解开后上传",
  entities: "文档内含有外部实体声明，不能上传，请另存为新文件",
};

// perform.ts
export const actedOnMeanwhile: Sentence = {
  zh: "该事项已有新的办理记录",
  en: "Someone else has acted on this matter in the meantime",
};

// releases.ts
export const protectedNameInWords: Sentence = {
  zh: "所选文字中出现了受保护的反映人身份，不能放行；请由填写人另行补正后放行补正件",
  en: "The identity of a protected reporter stands in some of these words: they cannot be released. Have them corrected, and release the correction",
};

// reporters.ts
export const reporterNotSealed: Sentence = {
  zh: "该线索没有密封的反映人信息",
  en: "This lead has no sealed reporter details",
};
export const requestAnswered: Sentence = { zh: "该申请已经审批", en: "This request has already been decided" };
export const requestDenied: Sentence = { zh: "该申请未获批准", en: "The request was not approved" };
export const requestPending: Sentence = { zh: "该申请尚未审批", en: "The request has not been decided yet" };
export const accessExpired: Sentence = {
  zh: "启封时限已过，须重新申请",
  en: "The access period has expired; submit a new request",
};
