// The key that signs checkpoints of the log, kept in the data folder, read by its owner only; and the key of a second body.
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { writeDurably } from "#database/durable.ts";
import { StoreProblem } from "#database/problem.ts";
import { signingKeyDamaged } from "./words.ts";

export type SigningKey = {
  /** DER (SPKI) in hexadecimal. */
  publicKey: string;
  /** The Ed25519 signature of the text's UTF-8 bytes, in hexadecimal. */
  sign: (text: string) => string;
};

/**
 * `checkpoint.key` in `keys/` of the data folder, with the public half beside it for whoever is to verify. It is never made here: a log that
 * goes on under another key is no longer believed. Throws StoreProblem.
 */
export function openLogKey(dataFolder: string, keyFolder = "keys"): SigningKey {
  return signingKeyIn(path.join(dataFolder, keyFolder, "checkpoint.key"));
}

/** Reads the key, making it (and its public half as `….pub`) when there is none. Throws StoreProblem when it is damaged. */
export function openSigningKey(file: string): SigningKey {
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    writeDurably(`${file}.pub`, publicKey.export({ type: "spki", format: "pem" }).toString(), 0o644);
    writeDurably(file, privateKey.export({ type: "pkcs8", format: "pem" }).toString(), 0o600);
  }
  return signingKeyIn(file);
}

function signingKeyIn(file: string): SigningKey {
  const privateKey = readPrivateKey(file);
  return {
    publicKey: createPublicKey(privateKey).export({ type: "spki", format: "der" }).toString("hex"),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString("hex"),
  };
}

/** Whether the signature over the text is by the holder of the key; both in hexadecimal. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, "hex"), type: "spki", format: "der" });
    return key.asymmetricKeyType === "ed25519" && verify(null, Buffer.from(text), key, Buffer.from(signature, "hex"));
  } catch {
    // Not a key at all.
    return false;
  }
}

function readPrivateKey(file: string): KeyObject {
  try {
    const key = createPrivateKey(readFileSync(file, "utf8"));
    if (key.asymmetricKeyType === "ed25519") return key;
  } catch {
    // Said below, in one sentence.
  }
  throw new StoreProblem("keys-unreadable", signingKeyDamaged(file));
}
