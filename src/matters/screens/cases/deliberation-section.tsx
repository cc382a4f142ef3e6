// The collective deliberation and the decision of a case.
import { Descriptions } from "antd";
import type { Case } from "#casework/case.ts";
import type { Law } from "#law/compile/law.ts";
import { m } from "#web/paraglide/messages.js";
import { bodyName } from "#web/fields/body-field.tsx";
import { EvidenceList } from "#web/matter/evidence-list.tsx";
import { outcomeText } from "#web/law/outcome-text.ts";
import { exemptionName } from "#web/law/exemption-name.ts";
import { listed, withAside } from "#web/language.ts";

export function DeliberationSection({ matter, law }: { matter: Case; law: Law }) {
  const { deliberation, decision, ending } = matter;
  return (
    <>
      {deliberation === null ? null : <Deliberation matter={matter} law={law} deliberation={deliberation} />}
      {decision === null ? null : <Decision matter={matter} law={law} />}
      {ending === null ? null : <Ending law={law} ending={ending} />}
    </>
  );
}

type Held<Key extends "deliberation" | "ending"> = NonNullable<Case[Key]>;

function Deliberation({ matter, law, deliberation }: { matter: Case; law: Law; deliberation: Held<"deliberation"> }) {
  return (
    <section id="deliberation" aria-label={m.deliberation()}>
      <h2>{m.deliberation()}</h2>
      <Descriptions
        bordered
        size="small"
        column={1}
        items={[
          {
            key: "body",
            label: m.deliberation_body(),
            children: `${deliberation.on} ${bodyName(law, deliberation.body)}`,
          },
          { key: "topic", label: m.deliberation_topic(), children: deliberation.topic },
          { key: "present", label: m.attendance(), children: listed(deliberation.attendance) },
          ...(deliberation.absent.length === 0
            ? []
            : [
                {
                  key: "absent",
                  label: m.absent(),
                  children: listed(deliberation.absent.map((one) => withAside(one.name, one.reason))),
                },
              ]),
          ...(deliberation.recusals.length === 0
            ? []
            : [
                {
                  key: "recusals",
                  label: m.recusals(),
                  children: listed(deliberation.recusals.map((one) => withAside(one.name, one.reason))),
                },
              ]),
          {
            key: "votes",
            label: m.votes(),
            children: m.votes_text({
              votesFor: deliberation.votesFor,
              votesAgainst: deliberation.votesAgainst,
              abstentions: deliberation.abstentions,
            }),
          },
          { key: "result", label: m.deliberation_result(), children: deliberation.result },
          {
            key: "minutes",
            label: m.deliberation_minutes(),
            children: (
              <>
                <span className="long-text">{deliberation.minutes}</span>
                {deliberation.evidence.length === 0 ? null : (
                  <EvidenceList matterId={matter.id} evidence={deliberation.evidence} />
                )}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}

function Decision({ matter, law }: { matter: Case; law: Law }) {
  return (
    <section aria-label={m.decision()}>
      <h2>{m.decision()}</h2>
      <Descriptions
        bordered
        size="small"
        column={1}
        items={matter.subjects.flatMap((file) =>
          file.outcome === null
            ? []
            : [
                {
                  key: file.subject.id,
                  label: file.subject.name,
                  children: (
                    <>
                      <strong>{outcomeText(law, file.outcome)}</strong>
                      {file.decided === null ? null : (
                        <div className="quiet">
                          {`${file.decided.on} ${bodyName(law, file.decided.body)} ${file.decided.documentNumber}`}
                        </div>
                      )}
                    </>
                  ),
                },
              ],
        )}
      />
    </section>
  );
}

function Ending({ law, ending }: { law: Law; ending: Held<"ending"> }) {
  return (
    <section aria-label={m.ending()}>
      <h2>{m.ending()}</h2>
      <Descriptions
        bordered
        size="small"
        column={1}
        items={[
          { key: "on", label: m.ending_on(), children: ending.on },
          { key: "ground", label: m.ending_ground(), children: exemptionName(law, ending.ground) },
          { key: "reasons", label: m.reasons(), children: ending.reasons },
        ]}
      />
    </section>
  );
}
