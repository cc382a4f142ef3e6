// The typed client of the contract: one function for each endpoint, and TanStack Query options made from it.
import { createORPCClient, ORPCError } from "@orpc/client";
import type { ContractRouterClient } from "@orpc/contract";
import { OpenAPILink } from "@orpc/openapi-client/fetch";
import { createTanstackQueryUtils } from "@orpc/tanstack-query";
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import type { QueryKey } from "@tanstack/react-query";
import { apiPrefix, contract } from "#server/contract/contract.ts";

/** Who this page shows as signed in goes with all that it asks: it acts as nobody else. */
export function shownHeaders(): Record<string, string> {
  return shownAs === null ? {} : { "x-wenze-account": shownAs };
}

let shownAs: string | null = null;

/** From now on this page shows this account as signed in; null: nobody. */
export function showAs(accountId: string | null): void {
  shownAs = accountId;
}

const link = new OpenAPILink(contract, {
  url: `${window.location.origin}${apiPrefix}`,
  headers: shownHeaders,
});

/** All answers are plain JSON, so what arrives has the types of the contract as they stand there. */
export const client: ContractRouterClient<typeof contract> = createORPCClient(link);
export const api = createTanstackQueryUtils(client);

/** Nothing is asked again behind the reader's back while a form is open; an answer refused is not asked for twice. */
export const queries = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      leaveWhenSignedOut(error);
      askWhoIsHere(error);
      forgetWhatIsGone(error, query.queryKey, query.state.data);
    },
  }),
  mutationCache: new MutationCache({
    onError: (error) => {
      leaveWhenSignedOut(error);
      askWhoIsHere(error);
    },
  }),
  defaultOptions: {
    queries: {
      refetchOnWindowFocus: false,
      staleTime: 5_000,
      retry: (count, error) => !(error instanceof ORPCError) && count < 2,
    },
  },
});

/** The path of a streamed endpoint, with its parameters filled in. */
export function streamPath(path: string, parameters: Readonly<Record<string, string>> = {}): string {
  return (
    apiPrefix + path.replace(/:([a-zA-Z0-9]+)/g, (_whole, name: string) => encodeURIComponent(parameters[name] ?? ""))
  );
}

/** What one may no longer read does not stay on the screen from before: asked again without it, the screen says that it is not there. */
function forgetWhatIsGone(error: unknown, queryKey: QueryKey, data: unknown): void {
  if (error instanceof ORPCError && error.code === "NOT_FOUND" && data !== undefined)
    void queries.resetQueries({ queryKey, exact: true });
}

/** A session that has ended is noticed at the next thing asked for: who one is is asked again, and that leads to the sign-in. */
function leaveWhenSignedOut(error: unknown): void {
  if (!(error instanceof ORPCError) || error.code !== "UNAUTHORIZED") return;
  const me = api.session.me.queryKey();
  if (queries.getQueryData(me) !== undefined) void queries.resetQueries({ queryKey: me });
}

/** Somebody else has signed in beside this page: it goes on showing what was typed, and says who is there now. */
function askWhoIsHere(error: unknown): void {
  if (error instanceof ORPCError && error.code === "SIGNED_IN_AS_ANOTHER") void tellWhoIsHere();
}

const newcomers = new Set<(name: string) => void>();

/** Calls back with the name of who is signed in now, once that is somebody else than this page shows. */
export function onNewcomer(tell: (name: string) => void): () => void {
  newcomers.add(tell);
  return () => void newcomers.delete(tell);
}

async function tellWhoIsHere(): Promise<void> {
  const now = await client.session.me().catch(() => null);
  if (now !== null) for (const tell of newcomers) tell(now.name);
}
