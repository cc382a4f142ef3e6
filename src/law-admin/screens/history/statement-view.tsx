// One statement: what was entered, by which paper, by whom, and what the second person said; with the form to say it for whoever may.
import { Descriptions } from "antd";
import { contract } from "#server/contract/contract.ts";
import type { Statement } from "../../rules/history.ts";
import { m } from "#web/paraglide/messages.js";
import { minuteOf } from "#web/frame/instant.ts";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";
import { ConfirmForm } from "./confirm-form.tsx";
import "../interpretations/interpretation-state.css";
import "../norms/norm-decision.css";

export function StatementView({ statement, stands }: { statement: Statement; stands: boolean }) {
  const may = mayUse(useMe(), accessOf(contract.history.confirm));
  const { of, entered, basis, enteredName, enteredAt, confirmation } = statement;
  return (
    <>
      <Descriptions
        className="norm-decision"
        bordered
        size="small"
        column={2}
        title={
          <>
            {of.type === "district" ? m.history_complete_from({ since: of.since }) : m.file_seen()}{" "}
            <StatementState statement={statement} stands={stands} />
          </>
        }
        items={[
          {
            key: "entered",
            label: of.type === "district" ? m.history_entered() : m.file_found(),
            children: entered,
            span: 2,
          },
          {
            key: "basis",
            label: of.type === "district" ? m.history_basis() : m.file_source(),
            children: basis,
            span: 2,
          },
          {
            key: "by",
            label: m.history_stated_by(),
            children: m.history_by({ name: enteredName, at: minuteOf(enteredAt) }),
          },
          {
            key: "confirmed",
            label: m.history_confirmed_by(),
            children:
              confirmation === null
                ? m.history_unconfirmed()
                : `${m.history_by({ name: confirmation.signedName, at: minuteOf(confirmation.signedAt) })}${confirmation.reasons === "" ? "" : `：${confirmation.reasons}`}`,
          },
        ]}
      />
      {confirmation === null && may ? <ConfirmForm statementId={statement.id} /> : null}
    </>
  );
}

function StatementState({ statement: { confirmation }, stands }: { statement: Statement; stands: boolean }) {
  const [name, look] =
    confirmation === null
      ? [m.history_unconfirmed(), "open"]
      : confirmation.confirmed
        ? stands
          ? [m.history_stands(), "holds"]
          : [m.history_replaced(), "replaced"]
        : [m.history_was_sent_back(), "sent-back"];
  return <span className={`interpretation-state interpretation-${look}`}>{name}</span>;
}
