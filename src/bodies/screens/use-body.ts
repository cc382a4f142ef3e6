// One leading body as the screens need it: what was loaded, folded by the same function as on the server.
import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import type { BodyView } from "../contract.ts";
import { countedIn, replayBody, stageOf } from "../rules/body.ts";
import type { Body, HeldMember } from "../rules/body.ts";
import type { BodyStage } from "../rules/body-names.ts";
import { api } from "#web/client.ts";
import { useLaw } from "#web/law.ts";
import { useMe } from "#web/session.ts";

/** `counted` are the members held accountable since the last reform. */
export function useBody(): { view: BodyView; body: Body; stage: BodyStage; counted: HeldMember[] } {
  const { organizationId = "" } = useParams();
  const law = useLaw();
  const { today } = useMe();
  const { data: view } = useSuspenseQuery(api.bodies.get.queryOptions({ input: { organizationId } }));
  const body = replayBody(view.history);
  return { view, body, stage: stageOf(law, body, view.held, today), counted: countedIn(body, view.held) };
}
