// The keys of a data folder for a backup: sealed under a passphrase, because what they open lies beside them.
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { writeDurably } from "#database/durable.ts";

const sealedShape = z.strictObject({
  format: z.literal("wenze-keys-1"),
  salt: z.base64(),
  nonce: z.base64(),
  tag: z.base64(),
  sealed: z.base64(),
});
const namesShape = z.record(z.string().regex(/^[\w.-]+$/u), z.string());
const scryptCost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/** Every file of `keys/`, as one JSON text that only the passphrase opens (scrypt, AES-256-GCM). */
export function sealKeys(dataFolder: string, passphrase: string): string {
  const folder = path.join(dataFolder, "keys");
  const files = Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name)).toString("base64")]),
  );
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv("aes-256-gcm", scryptSync(passphrase, salt, 32, scryptCost), nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(files), "utf8"), cipher.final()]);
  const parts = { salt, nonce, tag: cipher.getAuthTag(), sealed };
  return JSON.stringify({
    format: "wenze-keys-1",
    ...Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, bytes.toString("base64")])),
  });
}

/** Writes the files to `keys/`; false when the passphrase does not open them. */
export function openSealedKeys(text: string, passphrase: string, dataFolder: string): boolean {
  const { salt, nonce, tag, sealed } = sealedShape.parse(JSON.parse(text));
  const bytes = (base64: string) => Buffer.from(base64, "base64");
  const cipher = createDecipheriv("aes-256-gcm", scryptSync(passphrase, bytes(salt), 32, scryptCost), bytes(nonce));
  cipher.setAuthTag(bytes(tag));
  let opened: string;
  try {
    opened = Buffer.concat([cipher.update(bytes(sealed)), cipher.final()]).toString("utf8");
  } catch {
    return false;
  }
  const folder = path.join(dataFolder, "keys");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const [name, content] of Object.entries(namesShape.parse(JSON.parse(opened))))
    writeDurably(path.join(folder, name), bytes(content).toString("utf8"), 0o600);
  return true;
}
