// What the case holds on one subject: circumstances established, hearing, proposal, outcome, service, effect and what followed.
import { managementName } from "#law/procedure/management.ts";
import { Card, Descriptions, Tag } from "antd";
import { Link } from "react-router";
import { extensionTerm } from "#casework/finding/appeal-ways.ts";
import { appealWayNames } from "#casework/finding/appeal-way-names.ts";
import { contract } from "#server/contract/contract.ts";
import type { Appeal, SubjectFile } from "#casework/subject-file.ts";
import { sanctionRecordOf } from "#casework/records.ts";
import { formatDay } from "#law/reckon/days.ts";
import type { Law } from "#law/compile/law.ts";
import { circumstancesOf } from "#law/procedure/circumstances.ts";
import { appealResults } from "#web/acts/appeal-results.ts";
import { serviceWays } from "#web/acts/service-ways.ts";
import { named, textOf, withAside } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { bodyName } from "#web/fields/body-field.tsx";
import { CitationBlock } from "#web/law/citation.tsx";
import { formerText, outcomeText } from "#web/law/outcome-text.ts";
import { tierName } from "#web/law/finding-names.ts";
import { circumstanceLabel, circumstanceName } from "#web/law/circumstance-text.tsx";
import { FoundText, ProposalText } from "#web/law/proposal-text.tsx";
import { sanctionName } from "#web/law/sanction-name.ts";
import { sanctionText } from "#web/law/sanction-text.ts";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";
import "./folded-line.css";
import "./subject-card.css";

/** `onPaper`: what was established stands on the paper, not here. */
type CardProps = { file: SubjectFile; law: Law; onPaper: boolean };

/** Among many subjects each is one line that opens. */
export function SubjectCard({ folded, ...card }: CardProps & { folded: boolean }) {
  const { file, law } = card;
  if (!folded) return <WholeCard {...card} />;
  const { name, organizationName } = file.subject;
  return (
    <details className="subject-line">
      <summary>
        <strong>{name}</strong> {organizationName}{" "}
        {file.outcome === null ? null : <span className="quiet">{outcomeText(law, file.outcome)}</span>}
      </summary>
      <WholeCard {...card} />
    </details>
  );
}

function WholeCard({ file, law, onPaper }: CardProps) {
  const me = useMe();
  const { subject } = file;
  const { names } = law.vocabulary;
  const opens = subject.kind === "person" && mayUse(me, accessOf(contract.registry.person));
  return (
    <Card
      size="small"
      className="subject-card"
      title={
        <h3>
          {opens ? <Link to={`/persons/${encodeURIComponent(subject.registryId)}`}>{subject.name}</Link> : subject.name}
        </h3>
      }
      extra={[
        textOf(names.subjects[subject.kind]),
        subject.organizationName,
        subject.post,
        subject.level,
        textOf(managementName({ names }, subject.managedBy)),
      ]
        .filter((one) => one !== null)
        .join(" · ")}
    >
      {onPaper ? null : <Circumstances file={file} law={law} />}
      {file.proposal !== null && file.outcome === null ? <ProposalText proposal={file.proposal} law={law} /> : null}
      {file.outcome?.type === "accountable" ? (
        <FoundText
          title={m.outcome_accountable()}
          found={file.outcome}
          law={law}
          more={
            file.outcome.departure === null
              ? []
              : [{ key: "departure", label: m.departure(), children: file.outcome.departure }]
          }
        />
      ) : null}
      {file.outcome?.type === "revoked" ? <p>{named(outcomeText(law, file.outcome), file.outcome.reasons)}</p> : null}
      {file.outcome?.type === "exempt" ? <p>{named(outcomeText(law, file.outcome), file.outcome.reasons)}</p> : null}
      {file.upward === null ? null : (
        <p>{m.upward_waiting({ on: file.upward.on, body: bodyName(law, file.upward.to) })}</p>
      )}
      <Descriptions size="small" column={1} items={stepsOf(file, law)} />
    </Card>
  );
}

function Circumstances({ file, law }: { file: SubjectFile; law: Law }) {
  const circumstances = circumstancesOf(law).flatMap((circumstance) =>
    file.circumstances
      .filter((one) => one.circumstance === circumstance.id)
      .map((established) => ({ circumstance, established })),
  );
  if (circumstances.length + file.circumstancesAwaiting.length === 0)
    return <p className="quiet">{m.no_circumstance_established()}</p>;
  return (
    <ul className="circumstances">
      {circumstances.map(({ circumstance, established }) => (
        <li key={circumstance.id}>
          <p>
            <strong>{circumstanceLabel(circumstance)}</strong>
            {established.act === null ? null : ` · ${established.act}`}
          </p>
          <CitationBlock citation={circumstance.cite} />
        </li>
      ))}
      {file.circumstancesAwaiting.map(({ circumstance, reasons }) => (
        <li key={`awaiting ${circumstance}`}>
          <p>
            <strong>{circumstanceName(law, circumstance)}</strong>{" "}
            <Tag color="warning">{m.circumstance_awaiting()}</Tag>
          </p>
          <p className="long-text">{reasons}</p>
        </li>
      ))}
    </ul>
  );
}

type Line = { key: string; label: string; children: string };

function line(key: string, label: string, children: string): Line {
  return { key, label, children };
}

/** What was done on the subject, in the order of the procedure. */
function stepsOf(file: SubjectFile, law: Law): Line[] {
  return [
    ...hearingOf(file, law),
    ...effectOf(file),
    ...sanctionsOf(file, law),
    ...reuseOf(file, law),
    ...file.appeals.flatMap((one) => appealLines(one, file, law)),
    ...file.former.map((one, index) => line(`former-${index}`, m.decision(), formerText(law, one))),
  ];
}

function hearingOf({ statement, responsibility, factsPut }: SubjectFile, law: Law): Line[] {
  const lastPut = factsPut.at(-1);
  return [
    ...(responsibility === null
      ? []
      : [
          line(
            "responsibility",
            m.responsibility_tier(),
            withAside(tierName(law, responsibility.tier), responsibility.reasons),
          ),
        ]),
    ...(lastPut === undefined ? [] : [line("put", m.facts_put_on(), withAside(lastPut.on, lastPut.opinion))]),
    ...(statement === null
      ? []
      : [
          line("statement", m.statement_short({ on: statement.on }), statement.statement),
          line("defence", m.statement_defence(), statement.defence),
          line("response", m.statement_response(), statement.response),
        ]),
  ];
}

function effectOf({ served, effect, arrangement }: SubjectFile): Line[] {
  return [
    ...(served === null
      ? []
      : [line("served", m.service_on(), withAside(`${served.on} ${serviceWays[served.way]()}`, served.receipt))]),
    ...(effect === null
      ? []
      : [
          line("effect", m.effective_on(), effect.effectiveOn),
          line("announced", m.announced_on(), effect.announcedOn),
          ...(effect.formalitiesOn === null ? [] : [line("formalities", m.formalities_done(), effect.formalitiesOn)]),
        ]),
    ...(arrangement === null
      ? []
      : [
          line(
            "arrangement",
            m.arrangement_post(),
            withAside(`${arrangement.on} ${arrangement.post}`, arrangement.rank),
          ),
        ]),
  ];
}

function sanctionsOf(file: SubjectFile, law: Law): Line[] {
  return file.sanctions.map((one, index) =>
    line(
      `sanction-${index}`,
      m.sanction(),
      withAside(
        `${sanctionName(law, one.sanction)} ${sanctionText(shownSanction(one, file))}`,
        `${one.authority} ${one.documentNumber}`,
      ),
    ),
  );
}

function reuseOf({ consents, reuses }: SubjectFile, law: Law): Line[] {
  return [
    ...consents.map((one, index) =>
      line(
        `consent-${index}`,
        m.consent_on(),
        withAside(
          `${one.on} ${bodyName(law, one.body)}${one.toLevel === null ? "" : ` ${m.consent_up_to({ level: one.toLevel })}`}`,
          one.documentNumber,
        ),
      ),
    ),
    ...reuses.map((one) =>
      line(
        `reuse-${one.seq}`,
        m.reuses(),
        withAside(
          `${one.on} ${one.organizationName} ${one.post}`,
          one.decided === null
            ? m.reuse_undecided()
            : `${one.decided.on} ${one.decided.approved ? m.reuse_approved() : m.reuse_refused()}`,
        ),
      ),
    ),
  ];
}

function appealLines(one: Appeal, file: SubjectFile, law: Law): Line[] {
  return [
    line(
      `appeal-${one.seq}`,
      m.appeal_on(),
      withAside(
        `${one.on} ${one.ground}`,
        [
          textOf(appealWayNames[one.way]),
          one.dueOn === null ? null : m.appeal_due({ on: one.dueOn }),
          ...extensionText(law, file, one),
        ]
          .filter((part) => part !== null)
          .join(" · "),
      ),
    ),
    line(
      `appeal-${one.seq}-result`,
      m.appeal_result(),
      one.examined === null
        ? m.appeal_open()
        : withAside(
            `${one.examined.on} ${appealResults[one.examined.result]()}`,
            `${one.examined.findings} ${one.examined.documentNumber}`,
          ),
    ),
  ];
}

function shownSanction(one: SubjectFile["sanctions"][number], { subject }: SubjectFile) {
  const { months, extended = null, restored, revoked = null } = sanctionRecordOf(one, subject);
  return {
    effectiveOn: one.effective,
    months,
    extended,
    restoredOn: restored === null ? null : formatDay(restored),
    revokedOn: revoked === null ? null : formatDay(revoked),
  };
}

/** Until when its time may be extended, while it is open. */
function extensionText(law: Law, file: SubjectFile, { way, dueOn, examined }: Appeal): string[] {
  const term = dueOn === null || examined !== null ? null : extensionTerm(law, file, way, dueOn);
  return term === null ? [] : [withAside(m.appeal_may_extend({ on: term.until }), textOf(term.deadline.cite.label))];
}
