// The check digit of a citizen ID number (GB 11643).

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = "10X98765432";

/** The check digit that belongs to the first 17 digits (ISO 7064, MOD 11-2). */
export function checkDigitOf(digits: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return checkDigits.charAt(sum % 11);
}
