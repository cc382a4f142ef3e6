// The regulation in force, compiled in the browser by the same engine as in the server.
import { useSuspenseQueries, useSuspenseQuery } from "@tanstack/react-query";
import type { DecisionsInForce, LawInForce } from "#law-admin/contract/regulation.ts";
import { compileLaw } from "#law/compile/law.ts";
import type { Law } from "#law/compile/law.ts";
import type { Pack } from "#law/pack/pack.ts";
import { api } from "./client.ts";

export type Packs = LawInForce & { authority: Law["authority"] };

/** The texts stay until the page is left; what has been made of them by interpretation is asked for again now and then. */
const packsQuery = () => api.regulation.packs.queryOptions({ input: {}, staleTime: Infinity, gcTime: Infinity });
const inForceQuery = () => api.regulation.inForce.queryOptions({ input: {}, staleTime: 60_000 });

/** Suspends until both are there. */
function useRegulation(): { packs: Packs; inForce: DecisionsInForce } {
  const [packs, inForce] = useSuspenseQueries({ queries: [packsQuery(), inForceQuery()] });
  return { packs: packs.data, inForce: inForce.data };
}

export function usePacks(): Packs {
  return useRegulation().packs;
}

export function useInForce(): DecisionsInForce {
  return useRegulation().inForce;
}

/** Any pack that is here, in force or not. */
export function usePackNamed(packId: string): Pack {
  const packs = usePacks();
  const known = [packs.regulation, ...packs.upper].find(({ id }) => id === packId);
  const options = api.regulation.pack.queryOptions({ input: { packId }, staleTime: Infinity, gcTime: Infinity });
  return useSuspenseQuery({ ...options, ...(known === undefined ? {} : { initialData: known }) }).data;
}

export function useLaw(): Law {
  const { packs, inForce } = useRegulation();
  return compiledOf(packs, inForce);
}

let compiled: { version: string; law: Law } | null = null;

/** Compiling takes a while, so it is done once for each version. */
function compiledOf(packs: Packs, { version, norms, interpretations, passages }: DecisionsInForce): Law {
  const { regulation, upper, settings, authority } = packs;
  if (compiled?.version !== version) {
    const held = { norms: new Map(norms), interpretations, authority, passages };
    compiled = { version, law: compileLaw({ regulation, upper, settings, ...held }) };
  }
  // The district's own table is no part of the version: it is put beside the packs, and compiles nothing.
  if (compiled.law.authority !== authority) compiled = { version, law: { ...compiled.law, authority } };
  return compiled.law;
}
