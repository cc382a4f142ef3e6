// Texts in the encodings that offices have.

/** With a mark in UTF-16, else UTF-8 where it is that without a fault, else GB 18030. The mark is left out. */
export function decoded(bytes: Uint8Array): string {
  return inEncoding(bytes, false);
}

/** The same of a text that is cut off at its end. */
export function beginning(bytes: Uint8Array): string {
  return inEncoding(bytes, true);
}

function inEncoding(bytes: Uint8Array, stream: boolean): string {
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null;
  if (marked !== null) return new TextDecoder(marked).decode(bytes, { stream });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream });
  } catch {
    return new TextDecoder("gb18030").decode(bytes, { stream });
  }
}
