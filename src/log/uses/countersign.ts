// A second body signs a checkpoint with its own key: no database is needed, and ours is never opened.
import { checkpointText, countersignatureText } from "#audit/checkpoint.ts";
import type { CheckpointFile } from "#audit/checkpoint.ts";
import { isSignedBy, openSigningKey } from "../signing-key.ts";

export type Countersigned = { type: "signed"; file: CheckpointFile } | { type: "unfit" } | { type: "own-key" };

/** `keyFile` is made when it is missing. "unfit": the checkpoint's own signature does not hold. Signing twice replaces the first time. */
export function countersign(file: CheckpointFile, keyFile: string, by: { name: string; at: string }): Countersigned {
  if (!isSignedBy(file.publicKey, checkpointText(file), file.signature)) return { type: "unfit" };
  const key = openSigningKey(keyFile);
  if (key.publicKey === file.publicKey) return { type: "own-key" };
  const { publicKey } = key;
  const signed = { ...by, signing: "ed25519", publicKey, signature: key.sign(countersignatureText(file, by)) } as const;
  const others = file.countersignatures.filter((one) => one.publicKey !== publicKey);
  return { type: "signed", file: { ...file, countersignatures: [...others, signed] } };
}
