// A backup read from its first byte to its last before anything is done with it: that it opens, that it is whole, by whom it was signed.
import { buffer } from "node:stream/consumers";
import { z } from "zod";
import { beginningShape, isSigned, partNames, PartsDigest, signedShape } from "./manifest.ts";
import type { Manifest } from "./manifest.ts";
import { readBackupFile, UnreadableBackup } from "./sealed-file.ts";

/** With which key a backup is opened, and whose signature it must bear. */
export type Opening = { identity: string; signer: string };

export type Checked =
  | { type: "fits"; manifest: Manifest }
  | { type: "no-backup" | "wrong-key" | "other-signer" }
  | { type: "differs"; what: string[] };

const checkpointRow = z.object({ size: z.int(), algorithm: z.string(), root: z.string() });

/** Keeps nothing of it but sums, whatever its size. */
export async function checkBackup(file: string, { identity, signer }: Opening): Promise<Checked> {
  try {
    const read = await readThrough(file, identity);
    if (read === null) return { type: "differs", what: ["it has no end"] };
    const { signed, what } = read;
    if (signed.signer !== signer) return { type: "other-signer" };
    if (!isSigned(signed)) what.push("its signature does not fit");
    return what.length > 0 ? { type: "differs", what } : { type: "fits", manifest: signed.manifest };
  } catch (error) {
    if (!(error instanceof UnreadableBackup)) throw error;
    return error.why === "damaged" ? { type: "differs", what: ["it was changed or cut off"] } : { type: error.why };
  }
}

type Read = { signed: z.output<typeof signedShape>; what: string[] };

async function readThrough(file: string, identity: string): Promise<Read | null> {
  const digest = new PartsDigest();
  const sums = new Map<string, string>();
  const what: string[] = [];
  const roots: string[] = [];
  let files = 0;
  let beginning: unknown = null;
  let signed: Read["signed"] | null = null;
  for await (const { name, bytes } of readBackupFile(file, identity)) {
    if (signed !== null) what.push(`${name} stands after the end`);
    if (name === partNames.end) {
      const parsed = signedShape.safeParse(await jsonOf(bytes));
      if (!parsed.success) return null;
      signed = parsed.data;
      continue;
    }
    const through = digest.through(name, bytes, (sha256) => sums.set(name, sha256));
    if (name === partNames.beginning) beginning = await jsonOf(through);
    else if (name === partNames.tableOf("checkpoint"))
      for (const row of (await buffer(through)).toString("utf8").split("\n"))
        if (row !== "") roots.push(rootText(checkpointRow.parse(JSON.parse(row))));
        else continue;
    else for await (const _piece of through);
    if (name.startsWith("evidence/")) {
      files += 1;
      if (name !== partNames.fileOf(sums.get(name) ?? "")) what.push(`${name} was changed`);
      sums.delete(name);
    }
  }
  if (signed === null) return null;
  what.push(...differences(signed.manifest, { ...digest.get(), files, beginning, sums, roots }));
  return { signed, what };
}

function differences(
  manifest: Manifest,
  read: {
    parts: number;
    digest: string;
    files: number;
    beginning: unknown;
    sums: ReadonlyMap<string, string>;
    roots: readonly string[];
  },
): string[] {
  const what: string[] = [];
  if (read.parts !== manifest.parts) what.push(`${read.parts} parts instead of ${manifest.parts}`);
  else if (read.digest !== manifest.digest) what.push("its parts are not those that were signed");
  if (read.files !== manifest.files) what.push(`${read.files} files instead of ${manifest.files}`);
  for (const [table, { sha256 }] of Object.entries(manifest.tables))
    if (read.sums.get(partNames.tableOf(table)) !== sha256) what.push(`${table}: rows were changed`);
  const begun = beginningShape.safeParse(read.beginning);
  const { at, release, schema } = manifest;
  const wanted = JSON.stringify({ at, release, schema });
  if (
    !begun.success ||
    JSON.stringify({ at: begun.data.at, release: begun.data.release, schema: begun.data.schema }) !== wanted
  )
    what.push("its beginning is that of another backup");
  const { checkpoint } = manifest;
  if (checkpoint !== null && !read.roots.includes(rootText(checkpoint))) what.push("the root of the log is another");
  return what;
}

const rootText = ({ size, algorithm, root }: z.output<typeof checkpointRow>): string => `${size} ${algorithm}:${root}`;

async function jsonOf(bytes: AsyncIterable<Uint8Array>): Promise<unknown> {
  try {
    return JSON.parse((await buffer(bytes)).toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
