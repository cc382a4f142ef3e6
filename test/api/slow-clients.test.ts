// Clients that say nothing, and clients that say it slowly: others are answered meanwhile, and each connection ends after its time.
import assert from "node:assert/strict";
import net from "node:net";
import test, { after } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { createServer, defaultPatience } from "#server/server.ts";
import type { Patience } from "#server/server.ts";
import { figure } from "../figure.ts";
import { openWorld } from "./world.ts";

const world = await openWorld();

/** Milliseconds, a hundredth of what they are otherwise. */
const short: Patience = { head: 600, request: 1500, silence: 1800, checked: 100 };

type Client = { socket: net.Socket; closed: Promise<number> };

/** A connection that sends `text` and then, every 100 ms, one more character of `rest`. `closed`: milliseconds until the other side ends it. */
async function connect(port: number, text: string, rest = ""): Promise<Client> {
  const socket = net.connect(port, "127.0.0.1");
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("error", reject);
  });
  const began = performance.now();
  let sent = 0;
  const timer = setInterval(() => {
    if (sent < rest.length && socket.writable) socket.write(rest.charAt(sent));
    sent += 1;
  }, 100);
  timer.unref();
  socket.unref();
  socket.on("error", () => undefined);
  socket.resume();
  if (text !== "") socket.write(text);
  const closed = new Promise<number>((resolve) =>
    socket.once("close", () => {
      clearInterval(timer);
      resolve(performance.now() - began);
    }),
  );
  return { socket, closed };
}

async function serverWith(patience: Patience): Promise<{ port: number; open: () => Promise<number> }> {
  const server = await createServer(world.app, { pages: null, requestsPerMinute: 1e6, patience });
  after(() => server.close());
  const origin = await server.listen({ host: "127.0.0.1", port: 0, backlog: 2048 });
  return {
    port: Number(new URL(origin).port),
    open: () => new Promise((resolve) => server.server.getConnections((_error, count) => resolve(count))),
  };
}

const head = (cookie: string) =>
  `POST /api/lists/file HTTP/1.1\r\nhost: a\r\ncookie: ${cookie}\r\ncontent-type: application/octet-stream\r\ncontent-length: 100000\r\n\r\n`;

test("a thousand idle and four hundred slow clients keep nobody from his answer, and are all gone after their time", async (t) => {
  const server = await serverWith(short);
  const cookie = await world.cookieOf("personnel-officer");
  const connectOne = (index: number) => {
    if (index < 1000) return connect(server.port, "");
    return index % 2 === 0
      ? connect(server.port, "GET /api/session HTTP/1.1\r\nx-a: ", "a".repeat(500))
      : connect(server.port, head(cookie), "赵\n".repeat(500));
  };
  const clients: Client[] = [];
  // A hundred at a time: one that the system drops for want of a place to wait in would never hear of it.
  while (clients.length < 1400)
    clients.push(...(await Promise.all(Array.from({ length: 100 }, (_one, at) => connectOne(clients.length + at)))));
  const answered: number[] = [];
  for (let asked = 0; asked < 20; asked += 1) {
    const began = performance.now();
    const reply = await fetch(`http://127.0.0.1:${server.port}/api/session`, { headers: { cookie } });
    assert.equal(reply.status, 200, await reply.text());
    answered.push(performance.now() - began);
    await sleep(20);
  }
  const slowest = Math.max(...answered);
  assert.ok(slowest < 15_000, `${slowest} ms`);
  const closed = await Promise.all(clients.map(({ closed: gone }) => gone));
  const longest = Math.max(...closed);
  assert.ok(longest < short.request + short.silence + 10_000, `${longest} ms`);
  figure(
    t,
    "slow-clients",
    `${clients.length} 个连接，0 个超时仍开着，其间最慢的应答 ${Math.round(slowest)} 毫秒 · ${clients.length} connections, 0 open after their time, the slowest answer meanwhile ${Math.round(slowest)} ms`,
  );
});

test("a client that never takes its answer is let go", async () => {
  const server = await serverWith(short);
  const cookie = await world.cookieOf("personnel-officer");
  const { socket, closed } = await connect(server.port, "");
  socket.pause();
  const ask = `GET /api/openapi.json HTTP/1.1\r\nhost: a\r\ncookie: ${cookie}\r\n\r\n`;
  for (let asked = 0; asked < 200; asked += 1) socket.write(ask);
  const began = performance.now();
  while ((await server.open()) > 0) {
    assert.ok(performance.now() - began < 20_000);
    await sleep(100);
  }
  socket.resume();
  await closed;
});

test("the times that count where nobody says otherwise", async () => {
  const server = await createServer(world.app, { pages: null });
  const { headersTimeout, requestTimeout, timeout } = server.server;
  assert.deepEqual(
    { head: headersTimeout, request: requestTimeout, silence: timeout },
    { head: defaultPatience.head, request: defaultPatience.request, silence: defaultPatience.silence },
  );
  await server.close();
});
