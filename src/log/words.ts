// What is said of keys and countersignatures.
import type { Sentence } from "#law/text/citation.ts";

// signing-key.ts
export const signingKeyDamaged = (file: string): Sentence => ({
  zh: `密钥文件 ${file} 无法读取或者已损坏，请从备份恢复。`,
  en: `The key file ${file} cannot be read or is damaged. Restore it from a backup.`,
});

// uses/alarms.ts
export const alarmAnswered: Sentence = {
  zh: "该告警已登记处理情况",
  en: "What was found about this alarm has already been recorded",
};

// uses/checkpoints.ts
export const countersignatureRefusals = {
  "no-such-checkpoint": {
    zh: "这不是本系统的检查点，或者文件中的检查点被改动过，请核对文件",
    en: "This is not a checkpoint of this system, or the checkpoint in the file has been altered; check the file",
  },
  "no-countersignature": {
    zh: "文件中没有会签，请由会签单位用 wenze audit countersign 签名后再上传",
    en: "The file contains no countersignature; have the countersigning body sign it with wenze audit countersign, then upload it",
  },
  "countersignature-unfit": {
    zh: "会签与检查点不符，请由会签单位重新签名",
    en: "The countersignature does not match the checkpoint; ask the countersigning body to sign again",
  },
} as const;
