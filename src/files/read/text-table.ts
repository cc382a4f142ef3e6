// The texts that a workbook's cells share, kept as bytes: a million of them take no more room than their words.
import { longestCell } from "./cell-text.ts";

/** Of one workbook: a hundred thousand rows, each with nine texts of their own; and bytes of them all. */
const mostTexts = 900_000;
const mostBytes = 48 * 1024 * 1024;

/** More texts than any list of a hundred thousand rows has. */
export class TableFull extends Error {}

export class TextTable {
  #bytes = Buffer.alloc(65_536);
  #ends = new Uint32Array(4096);
  #count = 0;
  #used = 0;

  /** As much of it as a cell shows. Throws TableFull. */
  add(text: string): void {
    const shown = text.length > longestCell ? text.slice(0, longestCell) : text;
    const room = shown.length * 3;
    if (this.#count >= mostTexts || this.#used + room > mostBytes) throw new TableFull("too many texts");
    if (this.#used + room > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], this.#bytes.length * 2);
    if (this.#count === this.#ends.length) {
      const more = new Uint32Array(this.#ends.length * 2);
      more.set(this.#ends);
      this.#ends = more;
    }
    this.#used += this.#bytes.write(shown, this.#used);
    this.#ends[this.#count] = this.#used;
    this.#count += 1;
  }

  /** Empty where there is none at this place. */
  at(index: number): string {
    if (!Number.isInteger(index) || index < 0 || index >= this.#count) return "";
    return this.#bytes.toString("utf8", index === 0 ? 0 : (this.#ends[index - 1] ?? 0), this.#ends[index] ?? 0);
  }
}
