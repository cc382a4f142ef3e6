// The seal on a reporter's identity: under a key of its own, tied to its lead.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import type { Reporter } from "./contract/reporters.ts";

/** The key of the seal, derived from the installation's secret. */
export function reporterKeyFrom(secret: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, new Uint8Array(), "wenze reporter seal", 32));
}

/** AES-256-GCM under a fresh nonce: nonce, tag and text together in base64. `bound` ties it to its lead. */
export function sealReporter(key: Uint8Array, reporter: Reporter, bound: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(bound));
  // Padded, so that its length does not tell whose name it may be.
  const text = JSON.stringify(reporter);
  const padded = text.padEnd(Math.ceil(text.length / 1024) * 1024);
  const sealed = Buffer.concat([cipher.update(padded, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64");
}

/** Throws when the seal was made under another key, for another lead, or was changed. */
export function unsealReporter(key: Uint8Array, sealed: string, bound: string): Reporter {
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12))
    .setAAD(Buffer.from(bound))
    .setAuthTag(bytes.subarray(12, 28));
  const text = decipher.update(bytes.subarray(28), undefined, "utf8") + decipher.final("utf8");
  return JSON.parse(text) as Reporter; // sealed by sealReporter alone, and unchanged as the tag shows
}

/** HMAC-SHA-256 in hex: equal for equal identities, and of no use without the key. */
export function fingerprintOfReporter(key: Uint8Array, reporter: Reporter): string {
  return createHmac("sha256", key).update(JSON.stringify(reporter)).digest("hex");
}
