// The one place that decides who may call an endpoint at all, before a byte of its body is read.
import type { FastifyReply, FastifyRequest } from "fastify";
import type { EndpointMeta } from "#kernel/contract/meta.ts";
import { actorOfToken } from "#clearance/uses/api-tokens.ts";
import type { App } from "#kernel/app.ts";
import type { Actor } from "#casework/actor.ts";
import { recordRefusal } from "#kernel/uses/record.ts";
import { mustTakeUpCodes, findSignedIn } from "#accounts/uses/session.ts";
import type { SignedIn } from "#accounts/uses/session.ts";
import type { Problem } from "./answers.ts";
import { problems } from "./words.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** From the contract or the streams; a route below /api without one does not start. */
    endpoint?: { name: string; meta: EndpointMeta };
  }
  interface FastifyRequest {
    signedIn: SignedIn | null;
    /** Who asks with a token, on the endpoints for programs. */
    program: Actor | null;
  }
}

export const sessionCookie = "wenze";
/** By which a browser is known again, signed in or not. */
export const deviceCookie = "wenze-device";

/** The account that a page shows as signed in: what it asks for is done for that one or not at all. Programs that are no page send none. */
const shownAccount = "x-wenze-account";

/** By which a page learns who is signed in now. */
const asWhoever: readonly string[] = ["session.me"];

/** With a one-time password one can do no more than change it, see who one is, and leave. */
const beforePasswordChange: readonly string[] = ["session.me", "session.changePassword", "session.signOut"];

/** Where the policy asks for one-time codes, the same until they are taken up. */
const beforeCodes: readonly string[] = [...beforePasswordChange, "session.takeUpTotp", "session.confirmTotp"];

/** The hook of every endpoint: session, origin, access. Sends the refusal itself; otherwise notes who asks. */
export function gateFor(opening: Promise<App>) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    reply.header("cache-control", "no-store");
    const { endpoint } = request.routeOptions.config;
    if (endpoint === undefined) throw new Error(`route ${request.routeOptions.url ?? ""} has no access rule`);
    if (request.method !== "GET" && request.method !== "HEAD" && isForeign(request))
      return send(reply, problems.foreignOrigin);
    const { access, polled = false } = endpoint.meta;
    if (access === "anyone") return undefined;
    if (access === "token") {
      const bearer = /^Bearer ([\w.-]{1,200})$/u.exec(request.headers.authorization ?? "")?.[1];
      request.program = bearer === undefined ? null : await actorOfToken(await opening, bearer);
      return request.program === null ? send(reply, problems.noToken) : undefined;
    }
    const token = request.cookies[sessionCookie];
    const app = await opening;
    const signedIn = token === undefined ? null : await findSignedIn(app, token, !polled);
    if (signedIn === null) return send(reply, problems.unauthorized);
    const shown = request.headers[shownAccount];
    if (shown !== undefined && shown !== signedIn.account.id && !asWhoever.includes(endpoint.name))
      return send(reply, problems.someoneElse);
    request.signedIn = signedIn;
    if (signedIn.account.mustChangePassword && !beforePasswordChange.includes(endpoint.name))
      return send(reply, problems.passwordFirst);
    if (mustTakeUpCodes(app, signedIn) && !beforeCodes.includes(endpoint.name)) return send(reply, problems.codesFirst);
    if (access === "signed-in" || access.some((role) => signedIn.actor.roles.includes(role))) return undefined;
    await recordRefusal(app, signedIn.actor, endpoint.name, { refusals: ["forbidden"], address: request.ip });
    return send(reply, problems.forbidden);
  };
}

/** A change asked for by a page of another site. Programs that are no browser send neither header. */
function isForeign(request: FastifyRequest): boolean {
  const { origin, "sec-fetch-site": site } = request.headers;
  if (origin !== undefined) return !URL.canParse(origin) || new URL(origin).host !== request.host;
  return site !== undefined && site !== "same-origin" && site !== "none";
}

/** Seconds after which a reader will be free, as a rule. */
const untilReaders = "30";

export function send(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.code === problems.readersBusy.code) reply.header("retry-after", untilReaders);
  return reply.status(problem.status).send(problem);
}
