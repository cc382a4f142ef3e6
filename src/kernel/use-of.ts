// The use behind an endpoint: its type follows from the contract, so that the tables of uses and the contract cannot part.
import type { Actor } from "#casework/actor.ts";
import type { SignedIn } from "#accounts/uses/session.ts";
import type { Answer, Unfit } from "./answer.ts";
import type { App } from "./app.ts";
import type { EndpointInput, EndpointOutput } from "./contract/meta.ts";

/** What a request brings beside who asks and what: its network address, its session, and when it was given up. */
export type Asking = { address: string; signedIn: SignedIn; signal: AbortSignal | undefined };

/** Answers, or where it never says no gives the value alone. */
export type Use<Input, Value> = (
  app: App,
  actor: Actor,
  input: Input,
  asking: Asking,
) => Plain<Value> | Promise<Plain<Value> | Answer<Value> | Unfit>;

/** A value that could be taken for an answer does not compile: it has to stand in one. */
type Plain<Value> = Value extends { type: Answer<unknown>["type"] | Unfit["type"] } ? never : Value;

/** One use for each endpoint of a part of the contract. */
export type UsesOf<Part> = {
  readonly [Name in keyof Part]: Use<EndpointInput<Part[Name]>, EndpointOutput<Part[Name]>>;
};
