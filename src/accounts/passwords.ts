// Passwords: argon2id in a self-describing string, and one-time passwords.
import { argon2, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(argon2);

/** OWASP's second choice: 19 MiB, two passes, one lane. About 30 ms on the machines this was measured on. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

/** `$argon2id$v=19$m=…,t=…,p=…$salt$hash`, base64 without padding. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive("argon2id", { message: password, nonce, ...cost });
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(nonce)}$${unpadded(tag)}`;
}

/** Takes as long for a null `stored` (no such account) as for a wrong password, and is then false. */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  const told = stored === null ? null : readStored(stored);
  if (told === null) {
    await derive("argon2id", { message: password, nonce: Buffer.alloc(16), ...cost });
    return false;
  }
  const { nonce, tag, memory, passes, parallelism } = told;
  const found = await derive("argon2id", {
    message: password,
    nonce,
    memory,
    passes,
    parallelism,
    tagLength: tag.length,
  });
  return timingSafeEqual(found, tag);
}

/** Those that are easily mistaken for one another (0 O o 1 I l) are left out. */
const alphabets = ["ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789", "-+=#%@"] as const;

/**
 * 14 characters of all four classes. The same secret, request and account give the same one, so that a request that comes twice has one
 * answer although only the hash is stored.
 */
export function oneTimePassword(secret: Uint8Array, request: string): string {
  const bytes = Buffer.from(
    hkdfSync("sha256", secret, new Uint8Array(), `wenze one-time password ${request}`, 14 * 4 * 2),
  );
  let at = 0;
  const below = (bound: number) => bytes.readUInt32BE((at += 4) - 4) % bound;
  const pick = (alphabet: string) => alphabet.charAt(below(alphabet.length));
  const all = alphabets.join("");
  const signs = [...alphabets.map(pick), ...Array.from({ length: 10 }, () => pick(all))];
  for (let last = signs.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    [signs[last], signs[other]] = [signs[other] ?? "", signs[last] ?? ""];
  }
  return signs.join("");
}

function readStored(
  stored: string,
): { nonce: Buffer; tag: Buffer; memory: number; passes: number; parallelism: number } | null {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/u.exec(stored);
  if (match === null) return null;
  const [, memory, passes, parallelism, nonce, tag] = match;
  return {
    nonce: Buffer.from(nonce ?? "", "base64"),
    tag: Buffer.from(tag ?? "", "base64"),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  };
}

function unpadded(bytes: Buffer): string {
  return bytes.toString("base64").replaceAll("=", "");
}
