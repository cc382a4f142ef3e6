// One-time codes (动态口令) after RFC 6238: SHA-1, six digits, thirty seconds, as every authenticator app has them.
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const stepSeconds = 30;

/** A fresh secret of 160 bits in base32, as typed into an app. */
export function newTotpSecret(): string {
  let bits = "";
  for (const byte of randomBytes(20)) bits += byte.toString(2).padStart(8, "0");
  return (bits.match(/.{5}/gu) ?? []).map((five) => alphabet.charAt(Number.parseInt(five, 2))).join("");
}

/** What the QR code holds. */
export function totpAddress(secret: string, account: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=${stepSeconds}`;
}

/** The step in which this code is valid at an instant (ms since 1970), one earlier or later allowed for clocks that differ; null when in none. */
export function stepOfCode(secret: string, code: string, at: number): number | null {
  const now = Math.floor(at / 1000 / stepSeconds);
  const given = Buffer.from(code);
  const found = [now, now - 1, now + 1].filter((step) => {
    const expected = Buffer.from(totpCode(secret, step * stepSeconds * 1000));
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  return found[0] ?? null;
}

/** The code that an app shows at an instant (ms since 1970). */
export function totpCode(secret: string, at: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 1000 / stepSeconds)));
  const mac = createHmac("sha1", bytesOf(secret)).update(counter).digest();
  const from = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(from) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, "0");
}

function bytesOf(secret: string): Buffer {
  const bits = [...secret].map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/gu) ?? []).map((eight) => Number.parseInt(eight, 2)));
}
