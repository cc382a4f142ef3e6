// A running server's door for whoever holds the machine: a socket in the data folder, which only its owner can open.
import { once } from "node:events";
import { chmodSync, rmSync } from "node:fs";
import { createConnection, createServer } from "node:net";
import type { Socket } from "node:net";
import path from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import type { App } from "#kernel/app.ts";
import { atDesk } from "./desk.ts";
import { doorCommandOf } from "./door-commands.ts";
import { Failure } from "./failure.ts";
import { serverFailed, serverSilent } from "./words.ts";

const requestShape = z.strictObject({ words: z.array(z.string()).max(20), folder: z.string() });
const answerShape = z.union([
  z.strictObject({ type: z.literal("said"), text: z.string(), wrong: z.boolean() }),
  z.strictObject({ type: z.literal("ended"), status: z.int() }),
  z.strictObject({ type: z.literal("failed"), message: z.string() }),
]);
type Request = z.output<typeof requestShape>;

/** The system takes no longer name of a socket. */
const maxMilliseconds = 100;

/** Opens the door; answers with how to close it. Where the folder's name is too long for a socket, there is none. */
export async function openOperatorDoor(app: App): Promise<() => Promise<void>> {
  const place = placeOf(app.dataFolder);
  if (place.length > maxMilliseconds) return async () => undefined;
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
    const said = (text: string, wrong = false) => tell({ type: "said", text, wrong });
    tell({ type: "ended", status: await runRequest(app, requestShape.parse(JSON.parse(line ?? "")), said) });
  } catch (error) {
    tell({ type: "failed", message: error instanceof Error ? error.message : String(error) });
  }
  socket.end();
}

async function runRequest(app: App, request: Request, said: (text: string, wrong?: boolean) => void): Promise<number> {
  const command = doorCommandOf(request.words);
  if (command === null) throw new Error(request.words.join(" "));
  return atDesk({ app, folder: request.folder, printLine: said }, () => command.run(command.args));
}

/** Has the server that holds the folder do it, and answers with the exit status. Throws Failure. */
export async function askOperatorDoor(
  dataFolder: string,
  request: Request,
  report: (text: string, wrong: boolean) => void,
): Promise<number> {
  // A server that has only begun, or is ending, has no door.
  const socket = createConnection(placeOf(dataFolder));
  const open = await once(socket, "connect").then(
    () => true,
    () => false,
  );
  if (!open) throw closed();
  socket.on("error", () => undefined);
  socket.write(`${JSON.stringify(request)}\n`);
  for await (const line of createInterface({ input: socket })) {
    const said = answerShape.parse(JSON.parse(line));
    switch (said.type) {
      case "said":
        report(said.text, said.wrong);
        break;
      case "ended":
        return said.status;
      case "failed":
        throw new Failure(serverFailed(said.message));
    }
  }
  throw closed();
}

function closed(): Failure {
  return new Failure(serverSilent);
}

async function firstLine(socket: Socket): Promise<string[]> {
  for await (const line of createInterface({ input: socket })) return [line];
  return [];
}

const placeOf = (dataFolder: string): string => path.join(dataFolder, "operator.sock");
