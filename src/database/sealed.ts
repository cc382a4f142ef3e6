// A short secret text sealed for one row: AES-256-GCM, so that what was moved to another row does not open.
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** Under a fresh nonce: nonce, tag and text together in base64. `bound` ties it to its row; the key has 32 bytes. */
export function seal(key: Uint8Array, text: string, bound: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(bound));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64");
}

/** Throws when the seal was made under another key, for another row, or was changed. */
export function open(key: Uint8Array, sealed: string, bound: string): string {
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12))
    .setAAD(Buffer.from(bound))
    .setAuthTag(bytes.subarray(12, 28));
  return decipher.update(bytes.subarray(28), undefined, "utf8") + decipher.final("utf8");
}
