// Takes JSON from bytes piece by piece, without a text or an object in between, for lines that come by the million. It knows no faults
// and no rarities: whatever it does not recognise at once (an escape, a fraction, a word it was not given) it refuses, and then
// the line is for `JSON.parse`.
import { dayOn } from "./days.ts";
import type { Day } from "./days.ts";

/** Words by their bytes in UTF-8. */
export type Words<Meaning> = { slots: readonly (Word<Meaning> | undefined)[] };
type Word<Meaning> = { bytes: Uint8Array; hash: number; meaning: Meaning };

/** A taken value; undefined is a refusal, after which the line is not to be read on. */
type Taken<Value> = Value | undefined;

type FieldList = readonly (readonly [name: string, take: () => unknown])[];
type Values<Fields extends FieldList> = { readonly [Place in keyof Fields]: Taken<ReturnType<Fields[Place][1]>> };

export type Scanner = {
  begin: (bytes: Uint8Array, from: number, to: number) => void;
  /** True when nothing but space is left. */
  atEnd: () => boolean;
  /**
   * Makes what takes an object with these fields, each at most once: their values stand in the order given here, undefined where
   * a field is not there. The next such object is written over them.
   */
  objectOf: <const Fields extends FieldList>(fields: Fields) => () => Taken<Values<Fields>>;
  takeList: <Item>(item: () => Taken<Item>) => Taken<Item[]>;
  takeWord: <Meaning>(words: Words<Meaning>) => Taken<Meaning>;
  takeWordOrNull: <Meaning>(words: Words<Meaning>) => Taken<Meaning | null>;
  takeDay: () => Taken<Day>;
  takeDayOrNull: () => Taken<Day | null>;
  /** A whole number from 0 to 999,999,999. */
  takeCount: () => Taken<number>;
  takeCountOrNull: () => Taken<number | null>;
  takeTruthOrNull: () => Taken<boolean | null>;
  /** The place of a string in plain ASCII, its quotation marks included, as it would be written again. */
  takePlainString: () => Taken<{ from: number; to: number }>;
  /** Whether a string comes next. */
  isString: () => boolean;
};

export function wordsOf<Meaning>(entries: Iterable<readonly [string, Meaning]>): Words<Meaning> {
  const words = [...entries].map(([text, meaning]) => {
    const bytes = utf8Of(text);
    return { bytes, hash: bytes.reduce(hashed, 0), meaning };
  });
  // Four times as many slots as words, at least: most are found at the first look.
  const slots = Array.from<Word<Meaning> | undefined>({ length: 4 << Math.ceil(Math.log2(words.length + 1)) });
  for (const word of words) {
    let slot = word.hash & (slots.length - 1);
    while (slots[slot] !== undefined) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = word;
  }
  return { slots };
}

export function makeScanner(): Scanner {
  let bytes: Uint8Array = new Uint8Array(0);
  let at = 0;
  let end = 0;
  // Of the string taken last, its marks left out.
  let stringFrom = 0;
  let stringTo = 0;
  let stringHash = 0;
  let stringPlain = true;

  return {
    begin(given, from, to) {
      bytes = given;
      at = from;
      end = to;
    },
    atEnd: () => peek() === NOTHING,
    objectOf<const Fields extends FieldList>(fields: Fields) {
      const names = wordsOf(fields.map(([name], place) => [name, place]));
      const takers = fields.map(([, taker]) => taker);
      const values: unknown[] = fields.map(() => undefined);
      return () => {
        values.fill(undefined);
        // Each value was taken by the taker of its place.
        return takeFields(names, takers, values) ? (values as unknown as Values<Fields>) : undefined;
      };
    },
    takeList,
    takeWord,
    takeWordOrNull: (words) => (peek() === LETTER_N ? takeNull() : takeWord(words)),
    takeDay,
    takeDayOrNull: () => (peek() === LETTER_N ? takeNull() : takeDay()),
    takeCount,
    takeCountOrNull: () => (peek() === LETTER_N ? takeNull() : takeCount()),
    takeTruthOrNull() {
      const sign = peek();
      if (sign === LETTER_N) return takeNull();
      if (takeLiteral(TRUE)) return true;
      return takeLiteral(FALSE) ? false : undefined;
    },
    takePlainString: () => (takeString() && stringPlain ? { from: stringFrom - 1, to: stringTo + 1 } : undefined),
    isString: () => peek() === QUOTE,
  };

  // The next byte that is no space, or 0 at the end.
  function peek(): number {
    while (at < end) {
      const byte = bytes[at] ?? NOTHING;
      if (byte !== SPACE && byte !== TAB && byte !== RETURN) return byte;
      at += 1;
    }
    return NOTHING;
  }

  function take(sign: number): boolean {
    if (peek() !== sign) return false;
    at += 1;
    return true;
  }

  function takeFields(names: Words<number>, takers: readonly (() => unknown)[], values: unknown[]): boolean {
    if (!take(OBJECT)) return false;
    if (take(OBJECT_END)) return true;
    do {
      const place = takeWord(names);
      if (place === undefined || values[place] !== undefined || !take(COLON)) return false;
      const value = takers[place]?.();
      if (value === undefined) return false;
      values[place] = value;
    } while (take(COMMA));
    return take(OBJECT_END);
  }

  function takeList<Item>(item: () => Taken<Item>): Taken<Item[]> {
    if (!take(LIST)) return undefined;
    const items: Item[] = [];
    if (take(LIST_END)) return items;
    do {
      const taken = item();
      if (taken === undefined) return undefined;
      items.push(taken);
    } while (take(COMMA));
    return take(LIST_END) ? items : undefined;
  }

  function takeString(): boolean {
    if (!take(QUOTE)) return false;
    const text = bytes;
    const stop = end;
    let hash = 0;
    let all = 0;
    for (let place = at; place < stop; place += 1) {
      const byte = text[place] ?? NOTHING;
      if (byte === QUOTE) {
        stringFrom = at;
        stringTo = place;
        stringHash = hash;
        stringPlain = all < 128;
        at = place + 1;
        return true;
      }
      if (byte === BACKSLASH || byte < SPACE) return false;
      all |= byte;
      hash = hashed(hash, byte);
    }
    return false;
  }

  // The word that the string taken last is.
  function find<Meaning>({ slots }: Words<Meaning>): Meaning | undefined {
    const most = slots.length - 1;
    for (let slot = stringHash & most; ; slot = (slot + 1) & most) {
      const word = slots[slot];
      if (word === undefined) return undefined;
      if (word.hash === stringHash && isWritten(word.bytes)) return word.meaning;
    }
  }

  function isWritten(word: Uint8Array): boolean {
    if (word.length !== stringTo - stringFrom) return false;
    for (let index = 0; index < word.length; index += 1) if (word[index] !== bytes[stringFrom + index]) return false;
    return true;
  }

  function takeWord<Meaning>(words: Words<Meaning>): Taken<Meaning> {
    return takeString() ? find(words) : undefined;
  }

  function takeDay(): Taken<Day> {
    if (!take(QUOTE)) return undefined;
    const from = at;
    if (from + 11 > end || bytes[from + 4] !== DASH || bytes[from + 7] !== DASH || bytes[from + 10] !== QUOTE)
      return undefined;
    at = from + 11;
    return dayOn(twoDigits(from) * 100 + twoDigits(from + 2), twoDigits(from + 5), twoDigits(from + 8)) ?? undefined;
  }

  // Not a number when a sign is no digit.
  function twoDigits(place: number): number {
    const tens = (bytes[place] ?? NOTHING) - ZERO;
    const ones = (bytes[place + 1] ?? NOTHING) - ZERO;
    return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
  }

  function takeCount(): Taken<number> {
    peek();
    const from = at;
    let count = 0;
    while (at < end && at - from < 9) {
      const digit = (bytes[at] ?? NOTHING) - ZERO;
      if (!(digit >= 0 && digit <= 9)) break;
      count = count * 10 + digit;
      at += 1;
    }
    // A number does not begin with a nought unless it is one; what follows it here is no part of it, or nothing takes it.
    return at === from || (bytes[from] === ZERO && at > from + 1) ? undefined : count;
  }

  function takeNull(): Taken<null> {
    return takeLiteral(NULL) ? null : undefined;
  }

  function takeLiteral(literal: Uint8Array): boolean {
    if (at + literal.length > end) return false;
    for (let index = 0; index < literal.length; index += 1) if (bytes[at + index] !== literal[index]) return false;
    at += literal.length;
    return true;
  }
}

const NOTHING = 0;
const SPACE = 0x20;
const TAB = 0x09;
const RETURN = 0x0d;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const DASH = 0x2d;
const ZERO = 0x30;
const OBJECT = 0x7b;
const OBJECT_END = 0x7d;
const LIST = 0x5b;
const LIST_END = 0x5d;
const LETTER_N = 0x6e;
const NULL = utf8Of("null");
const TRUE = utf8Of("true");
const FALSE = utf8Of("false");

function hashed(hash: number, byte: number): number {
  return (Math.imul(hash, 31) + byte) | 0;
}

function utf8Of(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return Uint8Array.from(bytes);
}
