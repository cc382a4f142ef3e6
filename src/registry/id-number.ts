// Citizen ID numbers (GB 11643): checked, masked, sealed and fingerprinted.
import { createHmac, hkdfSync } from "node:crypto";
import type { Sentence } from "#law/text/citation.ts";
import { open, seal } from "#database/sealed.ts";
import { checkDigitOf } from "./rules/check-digit.ts";
import { noSuchBirthDay, notADigit, wrongCheckDigit, wrongLength } from "./words.ts";

/** Two keys of 32 bytes, one to seal and one to fingerprint. */
export type IdNumberKeys = { readonly seal: Uint8Array; readonly fingerprint: Uint8Array };

/** What is wrong, at which character (from 1); null when the number is right. A small x counts as X. */
export function faultOfIdNumber(idNumber: string): { position: number; message: Sentence } | null {
  const text = idNumber.toUpperCase();
  const odd = /[^0-9]/u.exec(text.slice(0, 17));
  if (odd !== null) return { position: odd.index + 1, message: notADigit(odd.index + 1) };
  if (text.length !== 18) {
    return { position: Math.min(text.length + 1, 19), message: wrongLength(text.length) };
  }
  if (!isDate(text.slice(6, 14))) return { position: 7, message: noSuchBirthDay(7) };
  if (text[17] === checkDigitOf(text)) return null;
  return { position: 18, message: wrongCheckDigit(18) };
}

/**
 * 210502**********34, of a whole number or of one kept with its last four characters. With the month of birth and the sex beside it more than two
 * hundred numbers fit: four characters and the day of birth left one.
 */
export function maskIdNumber(idNumber: string): string {
  return idNumber === "" ? "" : `${idNumber.slice(0, 6)}**********${idNumber.slice(16)}`.toUpperCase();
}

/** 210502********1234: as it is kept, for the search by the last four characters. Shown to nobody. */
export function tailedIdNumber(idNumber: string): string {
  return `${idNumber.slice(0, 6)}********${idNumber.slice(14)}`.toUpperCase();
}

/** Both keys from one secret of at least 32 bytes. */
export function idNumberKeysFrom(secret: Uint8Array): IdNumberKeys {
  const derive = (purpose: string) =>
    new Uint8Array(hkdfSync("sha256", secret, new Uint8Array(), `wenze id-number ${purpose}`, 32));
  return { seal: derive("seal"), fingerprint: derive("fingerprint") };
}

/** `bound` ties it to its row. */
export function sealIdNumber(keys: IdNumberKeys, idNumber: string, bound: string): string {
  return seal(keys.seal, idNumber.toUpperCase(), bound);
}

/** Throws when the seal was made under another key, for another row, or was changed. */
export function openIdNumber(keys: IdNumberKeys, sealed: string, bound: string): string {
  return open(keys.seal, sealed, bound);
}

/** Equal for equal numbers, and of no use without the key. */
export function fingerprintIdNumber(keys: IdNumberKeys, idNumber: string): string {
  return createHmac("sha256", keys.fingerprint).update(idNumber.toUpperCase()).digest("hex");
}

function isDate(text: string): boolean {
  try {
    Temporal.PlainDate.from(
      { year: Number(text.slice(0, 4)), month: Number(text.slice(4, 6)), day: Number(text.slice(6, 8)) },
      { overflow: "reject" },
    );
    return true;
  } catch {
    return false;
  }
}
