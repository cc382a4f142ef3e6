// The regulation in force, compiled in the browser by the same engine as in the server.
import { useSuspenseQuery } from "@tanstack/react-query";
import type { LawInForce } from "#api/regulation.ts";
import { compileLaw } from "#law/law.ts";
import type { Law } from "#law/law.ts";
import type { Pack } from "#law/pack.ts";
import { api } from "./client.ts";

export type Packs = LawInForce;

/** Suspends until the packs are there; they stay until the page is left. */
export function usePacks(): Packs {
  return useSuspenseQuery(api.regulation.packs.queryOptions({ input: {}, staleTime: Infinity, gcTime: Infinity })).data;
}

/** Any pack that is here, in force or not. */
export function usePackNamed(packId: string): Pack {
  const packs = usePacks();
  const known = [packs.regulation, ...packs.upper].find(({ id }) => id === packId);
  const options = api.regulation.pack.queryOptions({ input: { packId }, staleTime: Infinity, gcTime: Infinity });
  return useSuspenseQuery({ ...options, ...(known === undefined ? {} : { initialData: known }) }).data;
}

export function useLaw(): Law {
  return compiledOf(usePacks());
}

let compiled: { version: string; law: Law } | null = null;

/** Compiling takes a while, so it is done once for each version of the packs. */
function compiledOf({ version, regulation, upper, settings }: Packs): Law {
  if (compiled?.version !== version) compiled = { version, law: compileLaw({ regulation, upper, settings }) };
  return compiled.law;
}
