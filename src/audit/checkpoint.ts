// A checkpoint: how many entries the log has over all its chains, and the root of the tree over them, signed; and the words a second body signs.
import { z } from "zod";
import { canonicalJson } from "./canonical.ts";

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`, "u"));

export const countersignatureShape = z.strictObject({
  /** Who signed, in words. */
  name: z.string().trim().min(1).max(100),
  at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u),
  /** The public key as DER (SPKI) in hexadecimal, and the algorithm of its signature. */
  signing: z.literal("ed25519"),
  publicKey: hex(88),
  signature: hex(128),
});

export const checkpointShape = z.strictObject({
  format: z.literal("wenze-checkpoint-1"),
  /** Which log: the id of its jurisdiction. */
  log: z.string().min(1).max(64),
  size: z.int().positive(),
  algorithm: z.enum(["sha256", "sm3"]),
  root: hex(64),
  at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u),
  signing: z.literal("ed25519"),
  publicKey: hex(88),
  signature: hex(128),
});

/** A checkpoint as it travels: in a file, to the second body and back. */
export const checkpointFileShape = checkpointShape.extend({
  countersignatures: z.array(countersignatureShape).max(100),
});

export type Checkpoint = z.output<typeof checkpointShape>;
export type Countersignature = z.output<typeof countersignatureShape>;
export type CheckpointFile = z.output<typeof checkpointFileShape>;

/** The text that the log's own key signs. */
export function checkpointText({ format, log, size, algorithm, root, at }: Omit<Checkpoint, "signature">): string {
  return canonicalJson({ format, log, size, algorithm, root, at });
}

/** The text that a second body signs: the checkpoint with its signature, and who signs when. */
export function countersignatureText(
  checkpoint: Checkpoint,
  { name, at }: Pick<Countersignature, "name" | "at">,
): string {
  return canonicalJson({ checkpoint: checkpointText(checkpoint), signature: checkpoint.signature, name, at });
}
