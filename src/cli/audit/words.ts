// The sentences of the commands `wenze audit …`, by the file that prints them.
import type { Sentence } from "#law/text/citation.ts";

// accept.ts
export const acceptUsage: Sentence = {
  zh: "用法：wenze audit accept 检查点文件",
  en: "Usage: wenze audit accept CHECKPOINT",
};
export const countersignaturesAdded = (added: number): string =>
  `新增会签 ${added} 个。Countersignatures added: ${added}.`;

// algorithm.ts
export const algorithmUsage: Sentence = { zh: "请指明 sha256 或者 sm3", en: "Specify sha256 or sm3" };
export const algorithmChosen = (algorithm: string): string =>
  `日志此后使用 ${algorithm}。The log now uses ${algorithm}.`;

// checkpoint-file.ts
export const checkpointUnreadable = (file: string): Sentence => ({
  zh: `${file} 不是检查点文件，或者已损坏`,
  en: `${file} is not a checkpoint file or is damaged`,
});

// checkpoint.ts
export const logEmpty: Sentence = {
  zh: "日志中还没有记录，没有检查点可做",
  en: "The log has no entries yet, so no checkpoint can be created",
};
export const notSigned = (faults: number): Sentence => ({
  zh: `日志核验有 ${faults} 处不符，如上，没有做检查点`,
  en: `Verifying the log found ${faults} faults, listed above; no checkpoint was made`,
});
export const nothingNewToSign = "上一检查点之后没有新的记录。No new entries since the last checkpoint.";
export const checkpointMade = (size: number, algorithm: string, root: string, at: string): string =>
  `检查点 checkpoint ${size}  ${algorithm}:${root}  ${at}`;

// countersign.ts
export const countersignUsage: Sentence = {
  zh: "用法：wenze audit countersign 检查点文件 --key 密钥文件 --name 会签单位 [--out 文件]",
  en: "Usage: wenze audit countersign CHECKPOINT --key FILE --name NAME [--out FILE]",
};
export const signatureUnfit = (file: string): Sentence => ({
  zh: `${file} 的签名与内容不符，不要会签`,
  en: `The signature in ${file} does not match its contents; do not countersign it`,
});
export const keyIsOwn: Sentence = {
  zh: "这是日志自己的密钥，会签须由另一单位用自己的密钥进行",
  en: "This is the log's own key; another body must countersign with its own key",
};
export const keyMade = (key: string): string =>
  `已生成密钥 ${key}，公钥为 ${key}.pub。Key ${key} created; the public key is ${key}.pub.`;
export const checkpointCountersigned = (size: number, out: string): string =>
  `已会签 ${size} 条记录的检查点，写入 ${out}。Checkpoint countersigned and written to ${out}.`;

// export.ts
export const exportUsage: Sentence = { zh: "用法：wenze audit export 文件", en: "Usage: wenze audit export FILE" };
export const logWritten = (file: string): string =>
  `已写入 ${file}，可用 verify/verify.mjs 核验。Written to ${file}; verify/verify.mjs reads it.`;

// prove.ts
export const proveUsage: Sentence = {
  zh: "用法：wenze audit prove --chain 链 --seq 序号，或者 --from 条数 --to 条数",
  en: "Usage: wenze audit prove --chain CHAIN --seq N, or --from SIZE --to SIZE",
};
export const entryNotCovered: Sentence = {
  zh: "没有这条记录，或者还没有检查点覆盖它",
  en: "There is no such entry, or no checkpoint covers it yet",
};
export const checkpointsNotFound: Sentence = {
  zh: "没有这两个检查点，或者先后次序不对",
  en: "These two checkpoints do not exist, or they are in the wrong order",
};
export const countInvalid = (text: string): Sentence => ({
  zh: `“${text}”不是正整数`,
  en: `“${text}” is not a positive whole number`,
});

// verify.ts
export const logBroken = (faults: number): string =>
  `日志不完整：${faults} 处有误。The log is not intact: ${faults} problems found.`;
export const logWhole = (chains: number, entries: number, checkpoints: number, covered: number): string =>
  `日志完整：${chains} 条链，${entries} 条记录；${checkpoints} 个检查点，覆盖 ${covered} 条。` +
  `The log is intact: ${chains} chains, ${entries} entries; ${checkpoints} checkpoints, covering ${covered}.`;
