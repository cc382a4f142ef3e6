// The streams of an OLE compound file, the box in which .xls comes. Chains of sectors are followed no further than the file has sectors.

/** A box that is cut, or whose chains lead nowhere. */
class BrokenBox extends Error {}

const endOfChain = 0xfffffffa;
const entryLength = 128;

/** The bytes of each stream by its name. Throws BrokenBox. */
export function streamsIn(bytes: Uint8Array): ReadonlyMap<string, () => Uint8Array> {
  const box = boxOf(bytes);
  const directory = Buffer.from(chained(box, box.head.getUint32(48, true), box.table, box.sector, sectorAt(box)));
  const entries: { name: string; type: number; start: number; size: number }[] = [];
  for (let at = 0; at + entryLength <= directory.length; at += entryLength) {
    const length = Math.min(directory.readUInt16LE(at + 64), 64);
    entries.push({
      name: directory.toString("utf16le", at, at + Math.max(0, length - 2)),
      type: directory.readUInt8(at + 66),
      start: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
    });
  }
  const root = entries.find(({ type }) => type === 5);
  const streams = new Map<string, () => Uint8Array>();
  for (const { name, type, start, size } of entries) {
    if (type !== 2 || streams.has(name)) continue;
    const isSmall = size < box.head.getUint32(56, true);
    streams.set(name, () =>
      (isSmall ? smallStream(box, root?.start ?? 0, start) : stream(box, start)).subarray(0, size),
    );
  }
  return streams;
}

type Box = { bytes: Uint8Array; head: DataView; sector: number; table: Uint32Array };

function boxOf(bytes: Uint8Array): Box {
  if (bytes.length < 512) throw new BrokenBox("cut off");
  const head = new DataView(bytes.buffer, bytes.byteOffset, 512);
  const shift = head.getUint16(30, true);
  if (shift !== 9 && shift !== 12) throw new BrokenBox("sectors of another size");
  const box = { bytes, head, sector: 2 ** shift, table: new Uint32Array(0) };
  return { ...box, table: sectorTable(box) };
}

/** Which sector follows which: in sectors that the head names, and lists of further ones. */
function sectorTable(box: Box): Uint32Array {
  const most = Math.floor(box.bytes.length / box.sector);
  const named: number[] = [];
  for (let at = 76; at < 512; at += 4) named.push(box.head.getUint32(at, true));
  let list = box.head.getUint32(68, true);
  for (let count = 0; list < endOfChain; count += 1) {
    if (count > most) throw new BrokenBox("a list without end");
    const words = wordsOf(sectorAt(box)(list));
    named.push(...words.subarray(0, -1));
    list = words.at(-1) ?? endOfChain;
  }
  const used = named.filter((sector) => sector < endOfChain).slice(0, most);
  const table = new Uint32Array((used.length * box.sector) / 4);
  for (const [index, sector] of used.entries()) table.set(wordsOf(sectorAt(box)(sector)), (index * box.sector) / 4);
  return table;
}

function wordsOf(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_none, index) => view.getUint32(index * 4, true));
}

function sectorAt({ bytes, sector }: Pick<Box, "bytes" | "sector">): (index: number) => Uint8Array {
  return (index) => {
    const from = (index + 1) * sector;
    if (from >= bytes.length) throw new BrokenBox("beyond the end");
    return bytes.subarray(from, from + sector);
  };
}

function stream(box: Box, start: number): Uint8Array {
  return chained(box, start, box.table, box.sector, sectorAt(box));
}

/** Short streams lie in one long one, in pieces of 64 bytes with a table of their own. */
function smallStream(box: Box, root: number, start: number): Uint8Array {
  const all = stream(box, root);
  const first = box.head.getUint32(60, true);
  const table = first < endOfChain ? wordsOf(stream(box, first)) : new Uint32Array(0);
  return chained(box, start, table, 64, (index) => all.subarray(index * 64, index * 64 + 64));
}

function chained(
  { bytes }: Box,
  start: number,
  table: Uint32Array,
  length: number,
  at: (index: number) => Uint8Array,
): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (let index = start; index < endOfChain; index = table[index] ?? endOfChain) {
    pieces.push(at(index));
    if (pieces.length * length > bytes.length + length) throw new BrokenBox("a chain without end");
  }
  return Buffer.concat(pieces);
}
