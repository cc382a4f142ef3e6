// One lead or case as the reader may see it: its history from the server, replayed here by the same code.
import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import type { MatterView } from "#matters/contract/matters.ts";
import { replay } from "#casework/replay.ts";
import type { Matter } from "#casework/replay.ts";
import { api } from "../client.ts";

/** Suspends until it is there; throws what the server answers when it is not the reader's to see. */
export function useMatter(): { view: MatterView; matter: Matter } {
  const { matterId = "" } = useParams();
  const { data: view } = useSuspenseQuery(api.matters.get.queryOptions({ input: { matterId } }));
  const matter = replay(view.matterId, view.history);
  if (matter === null) throw new Error(`matter ${matterId} has no history`);
  return { view, matter };
}
