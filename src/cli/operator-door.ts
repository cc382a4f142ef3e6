// A running server's door for whoever holds the machine: a socket in the data folder, which only its owner can open.
import { chmodSync, rmSync } from "node:fs";
import { createConnection, createServer } from "node:net";
import type { Socket } from "node:net";
import path from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { makeBackup } from "#app/backup.ts";
import type { App } from "#app/app.ts";
import { Failure } from "./failure.ts";

const requestShape = z.strictObject({ file: z.string(), passphrase: z.string() });
const answerShape = z.union([
  z.strictObject({ type: z.literal("progress"), what: z.string() }),
  z.strictObject({ type: z.literal("done") }),
  z.strictObject({ type: z.literal("failed"), message: z.string() }),
]);

/** The system takes no longer name of a socket. */
const longest = 100;

/** Opens the door; answers with how to close it. Where the folder's name is too long for a socket, there is none. */
export async function openOperatorDoor(app: App): Promise<() => Promise<void>> {
  const place = placeOf(app.dataFolder);
  if (place.length > longest) return async () => undefined;
  // Left by a server that was killed; the folder's lock says that none is running.
  rmSync(place, { force: true });
  const server = createServer((socket) => void answer(app, socket));
  const listening = Promise.withResolvers<void>();
  server.once("error", listening.reject);
  server.listen(place, listening.resolve);
  await listening.promise;
  chmodSync(place, 0o600);
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
    });
}

async function answer(app: App, socket: Socket): Promise<void> {
  socket.on("error", () => undefined);
  const tell = (said: z.output<typeof answerShape>) => socket.write(`${JSON.stringify(said)}\n`);
  try {
    const [line] = await firstLine(socket);
    const { file, passphrase } = requestShape.parse(JSON.parse(line ?? ""));
    await makeBackup(app, file, passphrase, (what) => tell({ type: "progress", what }));
    tell({ type: "done" });
  } catch (error) {
    tell({ type: "failed", message: error instanceof Error ? error.message : String(error) });
  }
  socket.end();
}

/** Has the server that holds the folder make the backup. Throws Failure. */
export async function askOperatorDoor(
  dataFolder: string,
  request: z.output<typeof requestShape>,
  report: (what: string) => void,
): Promise<void> {
  const socket = createConnection(placeOf(dataFolder));
  socket.on("error", () => undefined);
  socket.write(`${JSON.stringify(request)}\n`);
  for await (const line of createInterface({ input: socket })) {
    const said = answerShape.parse(JSON.parse(line));
    if (said.type === "done") return;
    if (said.type === "failed") throw new Failure(`备份失败：${said.message}`, `The backup failed: ${said.message}`);
    report(said.what);
  }
  throw new Failure(
    "数据目录正被使用，但联系不上使用它的服务；请停止服务后再备份",
    "The data folder is in use, but its server does not answer; stop the server and back up then",
  );
}

async function firstLine(socket: Socket): Promise<string[]> {
  for await (const line of createInterface({ input: socket })) return [line];
  return [];
}

const placeOf = (dataFolder: string): string => path.join(dataFolder, "operator.sock");
