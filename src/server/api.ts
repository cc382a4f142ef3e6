// Everything below /api: one route for each endpoint of the one list, all behind the gate.
import { Readable } from "node:stream";
import { OpenAPIHandler } from "@orpc/openapi/fastify";
import { ORPCError } from "@orpc/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { apiPrefix } from "./contract/contract.ts";
import { evidenceLimit, importLimit } from "./contract/streams.ts";
import type { streams } from "./contract/streams.ts";
import type { App } from "#kernel/app.ts";
import type { Actor } from "#casework/actor.ts";
import { knownDays } from "#accounts/rows/devices.ts";
import { maxHours } from "#accounts/session.ts";
import { pathOfUnwritable } from "#casework/writable-text.ts";
import { invalidInput, problemOfError, problemOfMachine } from "./answers.ts";
import type { Context } from "./context.ts";
import { listEndpoints } from "./endpoints.ts";
import type { Endpoint } from "./endpoints.ts";
import { reportFault } from "./faults.ts";
import { fileHandlers, takeRawBodies } from "./files.ts";
import { deviceCookie, gateFor, send, sessionCookie } from "./gate.ts";
import { describeApi } from "./openapi.ts";
import { refuse } from "./refuse.ts";
import { router } from "./router.ts";
import type { UnderWay } from "./under-way.ts";
import { problems, textNotStorable } from "./words.ts";

/** Requests that come before the application is open wait for it. */
export function registerApi(server: FastifyInstance, opening: Promise<App>, work: UnderWay): void {
  const { during } = work;
  server.decorateRequest("signedIn", null);
  server.decorateRequest("program", null);
  server.register(async (api) => {
    // A route that is not in the table does not start, whoever adds it.
    api.addHook("onRoute", ({ url, config }) => {
      if (config?.endpoint === undefined) throw new Error(`route ${url} has no access rule`);
    });
    const gate = gateFor(opening);
    api.addHook("onRequest", (request, reply) => during(gate(request, reply)));
    api.addHook("preHandler", refuseUnwritable);
    const endpoints = listEndpoints();
    registerUses(api, endpoints, opening, work);
    registerFiles(api, endpoints, opening, work);
    api.get(
      `${apiPrefix}/openapi.json`,
      { config: { endpoint: { name: "openapi", meta: { access: "signed-in", logged: "nothing" } } } },
      () => describeApi(),
    );
  });
}

/** The endpoints that answer with JSON, each by its use. */
function registerUses(
  api: FastifyInstance,
  endpoints: readonly Endpoint[],
  opening: Promise<App>,
  { during }: UnderWay,
): void {
  const handler = new OpenAPIHandler<Context>(router, {
    customErrorResponseBodyEncoder: (error) => problemOfError(error) ?? problems.broken,
    clientInterceptors: [
      async (call) => {
        try {
          return await during(call.next());
        } catch (error) {
          if (!(error instanceof ORPCError) || error.status >= 500) reportFault(call.path.join("."), error);
          const lacked = problemOfMachine(error);
          if (lacked !== null) refuse(lacked);
          throw error;
        }
      },
    ],
  });
  for (const endpoint of endpoints.filter(({ stream }) => !stream)) {
    api.route({
      ...routeOf(endpoint),
      handler: async (request, reply) => {
        const context = contextOf(await opening, request, reply);
        const { matched } = await handler.handle(request, reply, { prefix: apiPrefix, context });
        // A path that ends where its id should stand is one to fastify and none to the contract: without an answer it would wait for ever.
        return matched ? reply : send(reply, problems.noSuchPath);
      },
    });
  }
}

/** The endpoints that take or answer with files. */
function registerFiles(
  api: FastifyInstance,
  endpoints: readonly Endpoint[],
  opening: Promise<App>,
  { during }: UnderWay,
): void {
  for (const [name, answer] of Object.entries(fileHandlers)) {
    const endpoint = endpoints.find((one) => one.name === `streams.${name}`);
    if (endpoint === undefined) throw new Error(`no endpoint for ${name}`);
    const route = {
      ...routeOf(endpoint),
      handler: async (request: FastifyRequest, reply: FastifyReply) =>
        during(answer(await opening, askerOf(request), request, reply)),
    };
    const limit = bodyLimits[name];
    if (limit === undefined) api.route(route);
    else {
      api.register(async (raw) => {
        takeRawBodies(raw);
        raw.route({ ...route, bodyLimit: limit });
      });
    }
  }
}

/** The endpoints whose body is a file, taken unread, with the most bytes that each takes. */
const bodyLimits: Readonly<Record<string, number>> = {
  uploadEvidence: evidenceLimit,
  uploadImport: importLimit,
  readNames: importLimit,
  readOfficialText: importLimit,
  answerList: importLimit,
} satisfies Partial<Record<keyof typeof streams, number>>;

/** What no row, sheet or page can hold is refused before any handler reads it. The body of an upload is no text. */
async function refuseUnwritable(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  const raw = request.body instanceof Readable;
  const path = pathOfUnwritable(request.params) ?? (raw ? null : pathOfUnwritable(request.body));
  return path === null ? undefined : send(reply, invalidInput([{ path, message: textNotStorable }]));
}

function routeOf({ name, method, path, meta }: Endpoint) {
  // The browser never asks with HEAD, and a HEAD route would have to be in the table too.
  const limit = meta.largest === undefined ? {} : { bodyLimit: meta.largest };
  return { method, url: path, exposeHeadRoute: false, config: { endpoint: { name, meta } }, ...limit };
}

function contextOf(app: App, request: FastifyRequest, reply: FastifyReply): Context {
  const options = { path: "/", httpOnly: true, sameSite: "strict", secure: request.protocol === "https" } as const;
  return {
    app,
    signedIn: request.signedIn,
    address: request.ip,
    token: request.cookies[sessionCookie] ?? null,
    device: request.cookies[deviceCookie] ?? null,
    setDevice: (token) => void reply.setCookie(deviceCookie, token, { ...options, maxAge: knownDays * 24 * 3600 }),
    setSession: (token) => {
      if (token === null) reply.clearCookie(sessionCookie, options);
      else reply.setCookie(sessionCookie, token, { ...options, maxAge: maxHours * 3600 });
    },
  };
}

function askerOf(request: FastifyRequest): { actor: Actor } {
  const actor = request.signedIn?.actor ?? request.program;
  if (actor === null) throw new Error("the gate let a stranger through");
  return { actor };
}
