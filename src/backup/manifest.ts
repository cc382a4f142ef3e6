// What stands in a backup beside rows and files: of what it was made, by which release; and at its end what it holds, signed.
import { createHash } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "#audit/canonical.ts";
import { isSignedBy } from "#log/signing-key.ts";

/** The first part. */
export const beginningShape = z.strictObject({
  format: z.literal("wenze-backup-2"),
  at: z.string(),
  release: z.string(),
  /** The migrations that made the tables: a later release restores into these, and goes on from there. */
  schema: z.array(z.string()),
  jurisdiction: z.strictObject({ id: z.string(), name: z.string() }),
});

/** The last part but for the signature. */
export const manifestShape = beginningShape.extend({
  tables: z.record(z.string(), z.strictObject({ rows: z.int(), sha256: z.string() })),
  files: z.int(),
  /** The latest checkpoint at that moment: the restored log must lead to the same root. */
  checkpoint: z.strictObject({ size: z.int(), algorithm: z.string(), root: z.string() }).nullable(),
  /** What did not fit when the log was verified for it; a backup with any is not whole. */
  faults: z.array(z.string()),
  /** All parts before: how many, and the digest over their names, sizes and sums in their order. */
  parts: z.int(),
  digest: z.string(),
});
export type Manifest = z.output<typeof manifestShape>;

/** The key that signs the log signs the manifest too. */
export const signedShape = z.strictObject({
  manifest: manifestShape,
  signer: z.string(),
  signature: z.string(),
});

export function signedText(manifest: Manifest): string {
  return canonicalJson(manifest);
}

export function isSigned({ manifest, signer, signature }: z.output<typeof signedShape>): boolean {
  return isSignedBy(signer, signedText(manifest), signature);
}

export const partNames = {
  beginning: "beginning.json",
  end: "end.json",
  tableOf: (table: string): string => `tables/${table}.jsonl`,
  fileOf: (sha256: string): string => `evidence/${sha256}`,
  keyOf: (name: string): string => `keys/${name}`,
  noteOf: (name: string): string => `notes/${name}`,
} as const;

/** Takes the parts in their order as they are written or read, and tells their count and digest. */
export class PartsDigest {
  #count = 0;
  readonly #digest = createHash("sha256");

  /** Hands the bytes of a part on, and adds it when all of them came; `told` hears its size and sum. */
  async *through(
    name: string,
    bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    told: (sha256: string) => void = () => undefined,
  ): AsyncGenerator<Uint8Array> {
    const sum = createHash("sha256");
    let size = 0;
    for await (const piece of bytes) {
      sum.update(piece);
      size += piece.length;
      yield piece;
    }
    const sha256 = sum.digest("hex");
    this.#count += 1;
    this.#digest.update(`${JSON.stringify([name, size, sha256])}\n`);
    told(sha256);
  }

  get(): { parts: number; digest: string } {
    return { parts: this.#count, digest: this.#digest.copy().digest("hex") };
  }
}
