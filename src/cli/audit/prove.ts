// `wenze audit prove`: writes the proof that an entry is in the latest checkpoint, or that one checkpoint is the beginning of another.
import { proveConsistency, proveInclusion } from "#log/uses/proofs.ts";
import { printLine } from "../desk.ts";
import { Failure, withPlainFailures } from "../failure.ts";
import { readOptions } from "../options.ts";
import { withApp } from "../with-app.ts";
import { proveUsage, checkpointsNotFound, entryNotCovered, countInvalid } from "./words.ts";

export async function runAuditProve(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values } = readOptions({
      args,
      options: {
        data: { type: "string" },
        chain: { type: "string" },
        seq: { type: "string" },
        from: { type: "string" },
        to: { type: "string" },
      },
    });
    const { chain, seq, from, to } = values;
    const entry = chain !== undefined && seq !== undefined;
    if (!entry && (from === undefined || to === undefined)) throw new Failure(proveUsage);
    return withApp(values.data, async (app) => {
      const proof = entry
        ? await proveInclusion(app, chain, countIn(seq))
        : await proveConsistency(app, countIn(from), countIn(to));
      if (proof === null) throw new Failure(entry ? entryNotCovered : checkpointsNotFound);
      printLine(JSON.stringify(proof, null, 2));
      return 0;
    });
  });
}

function countIn(text: string | undefined): number {
  const count = Number(text);
  if (text === undefined || !/^\d+$/u.test(text) || !Number.isSafeInteger(count) || count < 1)
    throw new Failure(countInvalid(text ?? ""));
  return count;
}
