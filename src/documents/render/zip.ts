// Files in one zip, as a stream: each is opened when its turn has come, so that large evidence takes no memory.
import { Readable } from "node:stream";
import { ZipFile } from "yazl";

export type Zipped = { name: string } & ({ text: string } | { open: () => Promise<Readable> });

/** A failure of one file breaks the stream: half a zip is never taken for a whole one. */
export function zipOf(files: readonly Zipped[]): Readable {
  const zip = new ZipFile();
  const out = new Readable().wrap(zip.outputStream);
  const fail = (error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error)));
  zip.on("error", fail);
  for (const file of files) {
    if ("text" in file) zip.addBuffer(Buffer.from(file.text), file.name);
    else {
      zip.addReadStreamLazy(file.name, { compress: false }, (give) => {
        file.open().then((stream) => give(null, stream), fail);
      });
    }
  }
  zip.end();
  return out;
}
