// What somebody sees of a lead that they handed in: its number, when it was received, and what they are asked to add.
import { Descriptions } from "antd";
import { actNames } from "#casework/acts.ts";
import type { Lead } from "#casework/lead.ts";
import { LinkButton } from "#web/frame/link-button.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { textOf } from "#web/language.ts";
import { DueStatusMark } from "#web/matter/due-status.tsx";
import { pathOfMatter } from "#web/matter/matter-link.tsx";
import { m } from "#web/paraglide/messages.js";
import "#web/matter/matter.css";

export function HandedInLead({ lead }: { lead: Lead }) {
  const asked = lead.stage === "returned" ? lead.returns.at(-1) : undefined;
  return (
    <>
      <PageHeader title={lead.number} above={[{ name: m.menu_leads(), to: "/leads" }]}>
        <p className="quiet">{m.lead_handed_in_note()}</p>
      </PageHeader>
      <Descriptions
        bordered
        size="small"
        column={1}
        items={[
          { key: "received", label: m.lead_received_on(), children: lead.receivedOn },
          ...(asked === undefined
            ? []
            : [
                {
                  key: "asked",
                  label: textOf(actNames["return-lead"]),
                  children: <span className="long-text">{asked.reasons}</span>,
                },
                {
                  key: "due",
                  label: m.due_on(),
                  children: (
                    <>
                      {asked.dueOn} <DueStatusMark dueOn={asked.dueOn} />
                    </>
                  ),
                },
              ]),
        ]}
      />
      {asked === undefined ? null : (
        <LinkButton to={`${pathOfMatter("lead", lead.id)}/acts/supplement-lead`} primary>
          {textOf(actNames["supplement-lead"])}
        </LinkButton>
      )}
    </>
  );
}
