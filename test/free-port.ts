// A port of this machine that nobody listens on.
import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // listening on an address, not on a pipe
  server.close();
  return port;
}
