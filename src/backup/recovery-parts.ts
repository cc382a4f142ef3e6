// The private half of a recovery key in two parts, for two people: either by itself is a row of random bytes.
import { hash, randomBytes } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "#audit/canonical.ts";
import { recipientOf } from "./sealed-file.ts";

const saidShape = z.strictObject({
  format: z.literal("wenze-recovery-part-1"),
  part: z.union([z.literal(1), z.literal(2)]),
  jurisdiction: z.string(),
  at: z.string(),
  /** The public half: to whom backups are sealed. */
  recipient: z.string(),
  /** The key that signs the backups of this installation, as DER in hexadecimal: one that is signed by another is not its own. */
  signer: z.string(),
  share: z.base64(),
});
const partShape = saidShape.extend({ sum: z.string() });
export type RecoveryPart = z.output<typeof partShape>;

/** Both parts of this private half (in the writing of the age format). */
export function splitIdentity(
  identity: string,
  about: Pick<RecoveryPart, "jurisdiction" | "at" | "recipient" | "signer">,
): [RecoveryPart, RecoveryPart] {
  const whole = Buffer.from(identity, "utf8");
  const first = randomBytes(whole.length);
  const partOf = (part: 1 | 2, share: Buffer): RecoveryPart => {
    const said = { format: "wenze-recovery-part-1", part, ...about, share: share.toString("base64") } as const;
    return { ...said, sum: sumOf(said) };
  };
  return [partOf(1, first), partOf(2, eitherOf(whole, first))];
}

/** Null when the text is no part, or was changed in copying. */
export function readPart(text: string): RecoveryPart | null {
  const parsed = partShape.safeParse(jsonIn(text));
  if (!parsed.success) return null;
  const { sum, ...said } = parsed.data;
  return sum === sumOf(said) ? parsed.data : null;
}

/** The private half; null when the two do not belong together. */
export async function joinParts(one: RecoveryPart, other: RecoveryPart): Promise<string | null> {
  const [first, second] = [Buffer.from(one.share, "base64"), Buffer.from(other.share, "base64")];
  if (one.part === other.part || one.recipient !== other.recipient || first.length !== second.length) return null;
  const identity = eitherOf(first, second).toString("utf8");
  const recipient = await recipientOf(identity).catch(() => null);
  return recipient === one.recipient && one.signer === other.signer ? identity : null;
}

function eitherOf(one: Buffer, other: Buffer): Buffer {
  return Buffer.from(one.map((byte, index) => byte ^ (other[index] ?? 0)));
}

function sumOf(said: z.output<typeof saidShape>): string {
  return hash("sha256", canonicalJson(said), "hex").slice(0, 16);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
