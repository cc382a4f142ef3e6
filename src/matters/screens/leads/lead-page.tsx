// One lead: where it stands, what can be done, and all that was done.
import { Descriptions, Tag } from "antd";
import type { DescriptionsProps } from "antd";
import { contract } from "#server/contract/contract.ts";
import { actNames } from "#casework/acts.ts";
import type { Lead } from "#casework/lead.ts";
import { leadStagesForOpening } from "#casework/stages.ts";
import { parseDay } from "#law/reckon/days.ts";
import { deadlinesFor } from "#law/procedure/deadlines.ts";
import type { Law } from "#law/compile/law.ts";
import { leadSources } from "#web/acts/lead-sources.ts";
import { listed, textOf, withAside } from "#web/language.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { CitationLink } from "#web/law/citation.tsx";
import { History } from "#web/matter/history.tsx";
import { DueStatusMark } from "#web/matter/due-status.tsx";
import { MatterLink } from "#web/matter/matter-link.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { PossibleActs } from "#web/matter/possible-acts.tsx";
import { StageTag } from "#web/matter/stage-tag.tsx";
import { useMatter } from "#web/matter/use-matter.ts";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";
import { Missing } from "#web/frame/missing.tsx";
import { HandedInLead } from "./handed-in-lead.tsx";
import { ReporterPanel } from "./reporter-panel.tsx";
import { ReleasePanel } from "../releases/release-panel.tsx";
import "#web/matter/matter.css";

export function LeadPage() {
  const law = useLaw();
  const me = useMe();
  const { view, matter: lead } = useMatter();
  if (lead.kind !== "lead") return <Missing />;
  if (view.reading === "registrant") return <HandedInLead lead={lead} />;
  // By its way, or by the norm that sets when a way has to be proposed.
  const due = view.due[` ${lead.stage}`];
  const dueOn = due?.type === "day" ? due.on : lead.dueOn;
  const asks = leadStagesForOpening.includes(lead.stage) && mayUse(me, accessOf(contract.acts["request-opening"]));
  return (
    <>
      <PageHeader
        title={lead.number}
        above={[{ name: m.menu_leads(), to: "/leads" }]}
        beside={
          <>
            <StageTag stage={lead.stage} /> {dueOn === null ? null : <DueStatusMark dueOn={dueOn} />}
          </>
        }
      />
      <div className="matter">
        <div className="matter-main">
          <Descriptions bordered size="small" column={1} items={factsOf(lead, dueOn, law)} />
          <ReporterPanel matterId={lead.id} />
          <ReleasePanel view={view} />
          <History view={view} law={law} />
        </div>
        <aside className="matter-side" aria-label={m.possible_acts()}>
          <PossibleActs
            law={law}
            matter={lead}
            more={
              asks
                ? [
                    {
                      name: textOf(actNames["request-opening"]),
                      to: `/cases/new?lead=${encodeURIComponent(lead.id)}`,
                    },
                  ]
                : []
            }
          />
        </aside>
      </div>
    </>
  );
}

/** The norm by which a way of disposal is due to be proposed. */
function SetBy({ law, receivedOn }: { law: Law; receivedOn: string }) {
  const day = parseDay(receivedOn);
  const [set] = day === null ? [] : deadlinesFor(law, "lead-proposal", [], day);
  if (set === undefined) return null;
  return (
    <>
      <CitationLink citation={set.cite} /> {set.binding ? null : <Tag color="warning">{m.rule_unverified()}</Tag>}
    </>
  );
}

/** What is known of the lead, as labelled items; what is missing is left out. */
function factsOf(lead: Lead, dueOn: string | null, law: Law): NonNullable<DescriptionsProps["items"]> {
  return [
    { key: "source", label: m.lead_source(), children: leadSources[lead.source]() },
    { key: "received", label: m.lead_received_on(), children: lead.receivedOn },
    { key: "summary", label: m.lead_summary(), children: <span className="long-text">{lead.summary}</span> },
    {
      key: "concerned",
      label: m.concerned_lead(),
      children: listed(lead.concerned.map((one) => withAside(one.name, one.unit))),
    },
    ...lead.supplements.map((one, index) => ({
      key: `supplement ${index}`,
      label: m.lead_supplement(),
      children: <span className="long-text">{withAside(one.supplement, one.on)}</span>,
    })),
    ...(lead.result === null
      ? []
      : [{ key: "result", label: m.lead_result(), children: withAside(lead.result.result, lead.result.on) }]),
    ...(lead.transfer === null
      ? []
      : [
          {
            key: "transfer",
            label: m.transfer_body(),
            children: withAside(lead.transfer.body, `${lead.transfer.on} ${lead.transfer.documentNumber}`),
          },
        ]),
    ...(dueOn === null
      ? []
      : [
          {
            key: "due",
            label: m.due_on(),
            children: (
              <>
                {dueOn} {lead.dueOn === null ? <SetBy law={law} receivedOn={lead.receivedOn} /> : null}
              </>
            ),
          },
        ]),
    ...(lead.caseId === null || lead.caseNumber === null
      ? []
      : [
          {
            key: "case",
            label: m.joined_case(),
            children: <MatterLink kind="case" matterId={lead.caseId} number={lead.caseNumber} />,
          },
        ]),
  ];
}
