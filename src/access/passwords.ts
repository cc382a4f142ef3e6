// Passwords: argon2id in a self-describing string, and what a password must be like.
import type { Sentence } from "#law/citation.ts";

/** `$argon2id$v=19$m=…,t=…,p=…$salt$hash`, base64 without padding. */
export async function hashPassword(_password: string): Promise<string> {
  throw new Error("being written");
}

/** Takes as long for a null `stored` (no such account) as for a wrong password, and is then false. */
export async function passwordMatches(_password: string, _stored: string | null): Promise<boolean> {
  throw new Error("being written");
}

/** At least 8 characters and three of: capitals, small letters, digits, signs. Null when it will do. */
export function faultOfPassword(_password: string): Sentence | null {
  throw new Error("being written");
}

/** 12 random characters of all four classes, without those that look alike. */
export function oneTimePassword(): string {
  throw new Error("being written");
}
