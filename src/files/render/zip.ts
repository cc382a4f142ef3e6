// Files in one zip, as a stream: each is opened when its turn has come, so that large evidence takes no memory.
import { PassThrough, pipeline } from "node:stream";
import type { Readable } from "node:stream";
import { ZipFile } from "yazl";

export type Zipped = { name: string } & ({ text: string } | { open: () => Promise<Readable> });

/** A failure of one file breaks the stream: half a zip is never taken for a whole one. */
export function zipOf(files: readonly Zipped[]): Readable {
  const zip = new ZipFile();
  const out = new PassThrough();
  pipeline(zip.outputStream, out, () => undefined); // a failure is told by `out` itself
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
