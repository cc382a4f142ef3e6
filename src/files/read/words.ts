// Why a file cannot be read, and the words that are read for others.

// cell-text.ts
export const yes = "是";
export const no = "否";

// format.ts
export const fileIsWebPage = "文件实际是网页，请用电子表格软件另存为“Excel 工作簿（.xlsx）”后上传";
export const fileIsXmlSheet = "文件是旧的“XML 表格 2003”格式，请在表格软件中打开，另存为“Excel 工作簿（.xlsx）”后上传";
/** An appointment form: a name, then a sex, and many more, each in quotes. */
export const formBegins = /^"[^"\n]{0,60}"\s*,\s*"\s*[男女]\s*"(?:\s*,\s*"[^"]*"){3}/u;
export const fileUnknown = "不能识别的文件，请上传 .xlsx、.xls、.lrmx、.lrm 文件，或者粘贴文字";

// lrm.ts
export const lrmIncomplete = (fields: number): string =>
  `.lrm 文件只有 ${fields} 项，应有 33 项，请用任免审批表编辑器重新保存后上传`;
export const lrmOverfull = (most: number): string =>
  `.lrm 文件超过 ${most} 项，应有 33 项，请用任免审批表编辑器重新保存后上传`;

// lrmx.ts
export const lrmxWithEntities = "文件内含有文档类型或者实体声明，不能读取，请用任免审批表编辑器重新保存后上传";
export const lrmxIncomplete = "文件不完整，缺少 Person 一节，请用任免审批表编辑器重新保存后上传";
export const twoPersons = (count: number): string =>
  `文件中有 ${count} 人，一个 .lrmx 文件只能有一人，请分开保存后上传`;
export const partyMember = "中共党员";
/** What else somebody may be, or both: the word decides, not the month beside it. */
export const parties =
  /中共预备党员|预备党员|共青团员|团员|九三学社|民革|民盟|民建|民进|农工党|致公党|台盟|无党派|群众|中国民主同盟|中国国民党革命委员会/u;

// plain-text.ts
export const textEmpty = "文件中没有文字，请上传 .docx 或者 .txt 文件";
export const textOfOtherKind = "只能读取 .docx 和 .txt 文件，请将正式文本另存为其中一种后上传";
export const textTooLarge = "文件展开后过大，请另存为 .txt 后上传";
export const textBroken = "文件不完整或者已损坏，请重新保存后上传";
export const textNotWord = "文件不是 Word 文档，请上传 .docx 或者 .txt 文件";

// read-worker.ts
export const sheetTooFar = (last: number): string =>
  `表格的使用范围到第${last}行，超过 100000 行，请删去下方多余的空行，或者拆分成几个文件后上传`;
export const unfitFiles = {
  "unknown-kind": "不能识别的文件，请上传 .xlsx、.xls、.lrmx、.lrm 文件",
  "broken-archive": "表格文件已损坏、加密，或者含有非法路径，请另存为新的 .xlsx 文件后上传",
  bomb: "表格文件展开后过大，请删去多余的空白行列，或者拆分后上传",
  "nested-archive": "表格文件内还有压缩包，请另存为新的 .xlsx 文件后上传",
  entities: "表格文件内含有外部实体声明，不能读取，请另存为新的 .xlsx 文件后上传",
} as const;

// read-file.ts
export const fileEmpty = "文件是空的";
export const readingTooLarge = "文件展开后过大，读取已停止，请拆分或者另存后上传";

// sheet-rows.ts
export const rowNumbersWrong = "表格文件已损坏，行号有误，请另存为新的 .xlsx 文件后上传";
export const sheetTooLong = "超过 100000 行，请拆分成几个文件上传";
export const lineTooLong = (row: number): string => `第 ${row} 行过长，不是名单中的一行，请检查文件后重新上传`;
export const sheetEmpty = "文件中没有内容";
export const sheetLocked = "文件有密码";
export const sheetBroken = "表格文件已损坏或者过大";
export const sheetUnreadable = (why: string): string => `${why}，请另存为没有密码的 .xlsx 文件后上传`;
