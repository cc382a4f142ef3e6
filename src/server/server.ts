// The server: headers, limits, the API and the browser part, on one address.
import { STATUS_CODES } from "node:http";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import { fastify } from "fastify";
import type { FastifyError, FastifyInstance } from "fastify";
import { z } from "zod";
import zhCn from "zod/v4/locales/zh-CN.js";
import type { App } from "#kernel/app.ts";
import { readsWritten } from "#log/uses/read-journal.ts";
import { problemOfTransport } from "./answers.ts";
import { registerApi } from "./api.ts";
import { reportFault } from "./faults.ts";
import { send } from "./gate.ts";
import { registerPages } from "./pages.ts";
import { underWay } from "./under-way.ts";
import { problems } from "./words.ts";

/**
 * `pages` is the folder of the built browser part, null for none; `requestsPerMinute` counts for one network address. `trustedProxies` are
 * the addresses or networks whose word is taken for where a request came from, and whether by https: none unless they are named.
 */
export type ServerOptions = {
  pages: string | null;
  requestsPerMinute?: number;
  patience?: Patience;
  trustedProxies?: readonly string[];
};

/** How long a connection is waited for, in milliseconds, and how often it is looked at. */
export type Patience = { head: number; request: number; silence: number; checked: number };

/**
 * A browser sends the head of a request at once. The largest file, 50 MiB, comes within the time of a request over 4 Mbit/s. On a
 * connection nothing is heard or taken for as long as the longest answer is reckoned, a list of 100,000 names that waits for a reader.
 */
export const defaultPatience: Patience = { head: 20_000, request: 120_000, silence: 240_000, checked: 5000 };

/**
 * Ready to listen. Closing it ends open connections, and waits for what was being done for them. With an application that is still
 * being opened it shows the pages already; what asks the application waits for it.
 */
export async function createServer(
  app: App | Promise<App>,
  { pages, requestsPerMinute = 6000, patience = defaultPatience, trustedProxies = [] }: ServerOptions,
): Promise<FastifyInstance> {
  z.config(zhCn());
  const server = fastify({
    logger: false,
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
    bodyLimit: 2 * 1024 * 1024,
    requestTimeout: patience.request,
    connectionTimeout: patience.silence,
    http: { headersTimeout: patience.head, connectionsCheckingInterval: patience.checked },
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
    // Neither of the two comes by any hook: an address that cannot be decoded, and bytes that are no request.
    frameworkErrors: (_error, _request, reply) => void send(reply.headers(bareHeaders), problems.malformed),
    clientErrorHandler: (error, socket) => {
      if (socket.writable) socket.end(bareAnswer(error.code));
    },
  });
  server.setErrorHandler<FastifyError>((error, request, reply) => {
    const problem = problemOfTransport(error);
    // Who left while sending is no fault of the machine, and hears no answer.
    if (!request.raw.destroyed && (problem === null || problem.status >= 500))
      reportFault(request.routeOptions.url ?? "unknown", error);
    // The rest of a body that was given up half read is read and dropped: it would stand in the way of the next request.
    if (!request.raw.complete) request.raw.resume();
    return send(reply, problem ?? problems.broken);
  });
  await addHeaders(server);
  await server.register(rateLimit, { global: false });
  // As a hook of the whole server it comes before the gate; by itself the plugin would count only what the gate lets through.
  server.addHook("onRequest", server.rateLimit({ max: requestsPerMinute, timeWindow: "1 minute" }));
  await server.register(cookie);
  const opening = Promise.resolve(app);
  const work = underWay();
  let opened = false;
  opening.then(
    () => (opened = true),
    () => undefined,
  );
  // Whoever waits for an application that was never opened waits for nothing.
  server.addHook("onClose", async () => {
    if (!opened) return;
    await work.ended();
    await readsWritten(await opening);
  });
  registerApi(server, opening, work);
  if (pages !== null) await registerPages(server, pages);
  else server.setNotFoundHandler((_request, reply) => send(reply, problems.noSuchPath));
  await server.ready();
  return server;
}

/** The headers of every answer: what a page may load, show and use. */
async function addHeaders(server: FastifyInstance): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // antd writes its styles into the page while it runs.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'", "data:"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    xFrameOptions: { action: "deny" },
    referrerPolicy: { policy: "no-referrer" },
  });
  server.addHook("onRequest", async (_request, reply) => {
    reply.header("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
  });
}

/** For answers that show nothing and run nothing. */
const bareHeaders = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'self';frame-ancestors 'none';script-src 'self'",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

/** By the code of what node found: a head that is too long, a request that does not come to its end, bytes that are none. */
function bareAnswer(code: string | undefined): string {
  const malformed = code === "HPE_HEADER_OVERFLOW" ? { ...problems.malformed, status: 431 } : problems.malformed;
  const problem = code === "ERR_HTTP_REQUEST_TIMEOUT" ? problems.tooSlow : malformed;
  const { status } = problem;
  const body = JSON.stringify(problem);
  const headers = {
    ...bareHeaders,
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n${lines.join("\r\n")}\r\n\r\n${body}`;
}
