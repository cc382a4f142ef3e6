// A port of this machine that nobody listens on, for a program that is told its port.
import { once } from "node:events";
import { createServer } from "node:net";

/** Below those that systems give out by themselves: whoever asks for any port meanwhile does not get this one. */
const [lowest, highest] = [15_000, 32_000];

export async function freePort(): Promise<number> {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    const server = createServer().listen(port, "127.0.0.1");
    try {
      await once(server, "listening");
    } catch {
      // Somebody listens there.
      continue;
    }
    server.close();
    await once(server, "close");
    return port;
  }
}
