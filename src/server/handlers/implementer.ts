// The contract, waiting for its handlers.
import { implement } from "@orpc/server";
import { contract } from "../contract/contract.ts";
import type { Context } from "../context.ts";

export const endpoints = implement(contract).$context<Context>();
