// `wenze audit countersign CHECKPOINT --key FILE --name NAME`: a second body signs a checkpoint file, on a machine of its own.
import { existsSync, writeFileSync } from "node:fs";
import { countersign } from "#log/uses/countersign.ts";
import { readCheckpointFile } from "./checkpoint-file.ts";
import { Failure, withPlainFailures } from "../failure.ts";
import { readOptions } from "../options.ts";

export async function runAuditCountersign(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values, positionals } = readOptions({
      args,
      allowPositionals: true,
      options: { key: { type: "string" }, name: { type: "string" }, out: { type: "string" } },
    });
    const [file] = positionals;
    const { key, name } = values;
    if (file === undefined || key === undefined || name === undefined || name.trim() === "")
      throw new Failure(
        "用法：wenze audit countersign 检查点文件 --key 密钥文件 --name 会签单位 [--out 文件]",
        "Usage: wenze audit countersign CHECKPOINT --key FILE --name NAME [--out FILE]",
      );
    const at = Temporal.Now.instant().toString({ fractionalSecondDigits: 3 });
    const isNew = !existsSync(key);
    const signed = countersign(readCheckpointFile(file), key, { name: name.trim(), at });
    if (signed.type === "unfit")
      throw new Failure(
        `${file} 的签名与内容不符，不要会签`,
        `The signature in ${file} does not fit its contents: do not countersign it`,
      );
    if (signed.type === "own-key")
      throw new Failure(
        "这是日志自己的密钥，会签须由另一单位用自己的密钥进行",
        "This is the log's own key; a second body signs with a key of its own",
      );
    if (isNew) console.log(`已生成密钥 ${key}，公钥为 ${key}.pub。Made the key ${key}; its public half is ${key}.pub.`);
    const out = values.out ?? file;
    writeFileSync(out, `${JSON.stringify(signed.file, null, 2)}\n`);
    console.log(`已会签 ${signed.file.size} 条记录的检查点，写入 ${out}。Countersigned, in ${out}.`);
    return 0;
  });
}
