// One request for clearance: who asks what, the answers line by line, and what is still to be done before a reply.
import type { InferContractRouterOutputs } from "@orpc/contract";
import type { contract } from "#server/contract/contract.ts";
import type { Law } from "#law/compile/law.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Alert, Button, Descriptions } from "antd";
import { useState } from "react";
import { useParams } from "react-router";
import { streams } from "#server/contract/streams.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries, streamPath } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { minuteOf } from "#web/frame/instant.ts";
import { PageHeader } from "#web/frame/page-header.tsx";
import { purposeName } from "#web/law/purpose-name.ts";
import { Refusals } from "#web/law/refusals.tsx";
import { useUrlState } from "#web/frame/url-state.ts";
import { Waiting } from "#web/frame/waiting.tsx";
import { ClearanceLines } from "./clearance-lines.tsx";
import { LettersSection } from "#letters/screens/letters-section.tsx";
import "#eligibility/screens/eligibility/reply.css";
import "./clearance-head.css";

export function ClearancePage() {
  const law = useLaw();
  const { requestId = "" } = useParams();
  const url = useUrlState();
  const { data, error, refetch } = useQuery(api.clearance.get.queryOptions({ input: { requestId } }));
  if (data === undefined) {
    return (
      <>
        <PageHeader
          title={error === null ? m.menu_clearance() : m.failure_not_found()}
          above={[{ name: m.menu_clearance(), to: "/clearance" }]}
        />
        {error === null ? <Waiting /> : <Failure error={error} retry={() => void refetch()} />}
      </>
    );
  }
  const { request, rounds, chosenSince } = data;
  const latest = rounds[0];
  const shown = rounds.find(({ round }) => String(round) === url.one("round")) ?? latest;
  return (
    <>
      <PageHeader
        title={request.number}
        above={[{ name: m.menu_clearance(), to: "/clearance" }]}
        beside={<Button href="#letters">{m.letters()}</Button>}
      />
      <RequestHead request={request} law={law} />
      {chosenSince > 0 ? <AskAgain requestId={requestId} count={chosenSince} /> : null}
      {shown === undefined || latest === undefined ? null : (
        <section className="reply" aria-label={m.reply()}>
          <RoundHead request={request} round={shown} />
          {shown === latest ? null : (
            <Alert
              type="warning"
              title={m.clearance_old_round({ round: shown.round, latest: latest.round })}
              action={<Button onClick={() => url.set({ round: "" })}>{m.clearance_latest()}</Button>}
            />
          )}
          <ClearanceLines law={law} requestId={requestId} round={shown} latest={shown === latest} />
          {rounds.length > 1 ? <Rounds rounds={rounds} onShow={(round) => url.set({ round: String(round) })} /> : null}
        </section>
      )}
      <div id="letters">
        <LettersSection requestId={requestId} />
      </div>
    </>
  );
}

type View = InferContractRouterOutputs<typeof contract>["clearance"]["get"];
type Round = View["rounds"][number];

function RequestHead({ request, law }: { request: View["request"]; law: Law }) {
  return (
    <Descriptions
      className="clearance-head"
      size="small"
      column={3}
      items={[
        { label: m.clearance_requester(), children: request.requester },
        { label: m.clearance_contact(), children: request.contact || m.none() },
        { label: m.clearance_document(), children: request.requesterDocument || m.none() },
        {
          label: m.purpose(),
          children: `${purposeName(law, request.purpose)} ${request.date ?? m.year_text({ year: request.year ?? 0 })}`,
        },
        { label: m.clearance_purpose_text(), children: request.purposeText },
        {
          label: m.clearance_entered(),
          children: `${request.enteredName} ${minuteOf(request.enteredAt)}`,
        },
      ]}
    />
  );
}

function RoundHead({ request, round }: { request: View["request"]; round: Round }) {
  return (
    <div className="reply-head">
      <h2>{m.reply()}</h2>
      <output>
        {m.clearance_round({
          round: round.round,
          at: minuteOf(round.askedAt),
          name: round.askedName,
          names: request.names,
        })}
      </output>
      <span className="row-actions">
        <Button href={streamPath(streams.exportClearance.path, { requestId: request.requestId })} download>
          {m.export_xlsx()}
        </Button>
        <Button
          href={streamPath(streams.clearanceReceipt.path, { requestId: request.requestId, round: String(round.round) })}
          download
        >
          {m.clearance_receipt()}
        </Button>
      </span>
    </div>
  );
}

function Rounds({ rounds, onShow }: { rounds: readonly Round[]; onShow: (round: number) => void }) {
  return (
    <nav aria-label={m.clearance_rounds()} className="quiet">
      {m.clearance_rounds()}
      {rounds.map(({ round, askedAt }) => (
        <Button key={round} type="link" size="small" onClick={() => onShow(round)}>
          {m.clearance_round_short({ round, at: minuteOf(askedAt) })}
        </Button>
      ))}
    </nav>
  );
}

function AskAgain({ requestId, count }: { requestId: string; count: number }) {
  const [key, setKey] = useState(newKey);
  const url = useUrlState();
  const asking = useMutation({
    mutationFn: () => client.clearance.ask({ requestId, key }),
    onSuccess: async () => {
      setKey(newKey());
      url.set({ round: "", show: "" });
      await queries.invalidateQueries({ queryKey: api.clearance.key() });
    },
  });
  const refusals = refusalsOf(asking.error);
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={m.clearance_chosen_since({ count })}
        action={
          <Button type="primary" loading={busy(asking.isPending)} onClick={() => asking.mutate()}>
            {m.clearance_ask_again()}
          </Button>
        }
      />
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {asking.error !== null && refusals.length === 0 ? <Failure error={asking.error} /> : null}
    </>
  );
}
