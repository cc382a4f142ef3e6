// The router, derived: every endpoint of the contract calls its use, and the answer becomes its output or its problem.
import { implement } from "@orpc/server";
import type { AnyProcedure } from "@orpc/server";
import type { AnyContractProcedure } from "@orpc/contract";
import type { Answer, Unfit } from "#kernel/answer.ts";
import type { EndpointMeta } from "#kernel/contract/meta.ts";
import type { Use } from "#kernel/use-of.ts";
import { contract } from "./contract/contract.ts";
import { signedInOf } from "./context.ts";
import type { Context } from "./context.ts";
import { journal } from "./journal.ts";
import { valueOf } from "./refuse.ts";
import { sessionHandlers } from "./session.ts";
import { uses } from "./endpoint-uses.ts";

type Part = Readonly<Record<string, AnyContractProcedure>>;
// Which input goes with which use, `Uses` has seen to.
type PartUses = Readonly<Record<string, Use<never, unknown>>>;

/** `forParts` has a use for each endpoint of `parts` that `made` has not. */
export function routerOf(
  parts: Readonly<Record<string, Part>>,
  forParts: Readonly<Record<string, PartUses>>,
  made: Readonly<Record<string, Readonly<Record<string, AnyProcedure>>>> = {},
): Record<string, Record<string, AnyProcedure>> {
  return mapped(parts, (part, partName) =>
    mapped(part, (endpoint, name) => {
      const use = forParts[partName]?.[name];
      const there = made[partName]?.[name];
      if (there !== undefined) return there;
      if (use === undefined) throw new Error(`endpoint ${partName}.${name} has no use`);
      return calling(`${partName}.${name}`, endpoint, use);
    }),
  );
}

export const router = routerOf(contract, uses, { session: sessionHandlers });

function calling(name: string, endpoint: AnyContractProcedure, use: Use<never, unknown>): AnyProcedure {
  return implement(endpoint)
    .$context<Context>()
    .handler(async ({ input, context, signal }) => {
      const signedIn = signedInOf(context);
      const asking = { address: context.address, signedIn, signal };
      // The contract has parsed the input into what this use takes.
      const answer = await use(context.app, signedIn.actor, input as never, asking);
      const value = isAnswer(answer) ? valueOf(answer) : answer;
      if (isJournaled(endpoint)) journal(context.app, signedIn.actor, name, input, value);
      return value;
    });
}

function isJournaled(endpoint: AnyContractProcedure): boolean {
  const meta: EndpointMeta = endpoint["~orpc"].meta as EndpointMeta; // every endpoint is made from the one base
  return meta.journal === true;
}

/** A value that looks like an answer does not compile as one of a use (`Use`). */
function isAnswer(given: unknown): given is Answer<unknown> | Unfit {
  return typeof given === "object" && given !== null && "type" in given && answerTypes.has(given.type);
}

const answerTypes: ReadonlySet<unknown> = new Set(["done", "refused", "not-found", "conflict", "unfit"] satisfies (
  | Answer<unknown>
  | Unfit
)["type"][]);

function mapped<From, To>(table: Readonly<Record<string, From>>, of: (one: From, name: string) => To) {
  return Object.fromEntries(Object.entries(table).map(([name, one]) => [name, of(one, name)])) as Record<string, To>; // the same names
}
