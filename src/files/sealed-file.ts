// A whole file sealed with AES-256-GCM: nonce, tag, bytes. For files full of ID numbers, which do not lie open on the disk.
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** `bound` ties it to what it belongs to; the key has 32 bytes. */
export function sealFile(key: Uint8Array, bytes: Uint8Array, bound: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(bound));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Throws when the seal was made under another key, for something else, or was changed. */
export function openFile(key: Uint8Array, sealed: Uint8Array, bound: string): Uint8Array {
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12))
    .setAAD(Buffer.from(bound))
    .setAuthTag(sealed.subarray(12, 28));
  return new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]));
}
