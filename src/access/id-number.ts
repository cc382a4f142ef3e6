// Citizen ID numbers (GB 11643): checked, masked, sealed and fingerprinted.
import type { Sentence } from "#law/citation.ts";

export type IdNumberKeys = { readonly seal: Uint8Array; readonly fingerprint: Uint8Array };

/** What is wrong, at which character (from 1); null when the number is right. */
export function faultOfIdNumber(_idNumber: string): { position: number; message: Sentence } | null {
  throw new Error("being written");
}

/** 210502********1234 */
export function maskIdNumber(_idNumber: string): string {
  throw new Error("being written");
}
