// One leading body: which members were held accountable, the two findings, what was proposed and decided, what follows for the members.
import { Alert, Table } from "antd";
import { openOnBody } from "../rules/body-open.ts";
import type { BodyFinding, HeldMember } from "../rules/body.ts";
import { bodyClause, refusalsOnBody } from "../rules/body-acts.ts";
import { bodyActIds, bodyActNames, bodyActsAt, bodyStageNames } from "../rules/body-names.ts";
import type { BodyActId } from "../rules/body-names.ts";
import { textOf } from "#web/language.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { bodyName } from "#web/fields/body-field.tsx";
import { CitationBlock, CitationLink } from "#web/law/citation.tsx";
import { LinkButton } from "#web/frame/link-button.tsx";
import { MatterLink } from "#web/matter/matter-link.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { measureNames } from "#web/law/measure-names.ts";
import { actorOf, useMe } from "#web/session.ts";
import { BodyHistory } from "./body-history.tsx";
import { FollowUps } from "./follow-ups.tsx";
import { useBody } from "./use-body.ts";
import "#web/matter/matter.css";
import "#web/matter/possible-acts.css";
import "#web/tables/checklist.css";

const findings: readonly BodyFinding[] = ["several", "no-normal-work"];

export function BodyPage() {
  const law = useLaw();
  const { view, body, stage, counted } = useBody();
  const { organization } = view;
  const cite = bodyClause(law);
  return (
    <>
      <PageHeader
        title={organization.name}
        above={[{ name: m.menu_bodies(), to: "/bodies" }]}
        beside={<span className="stage-tag">{textOf(bodyStageNames[stage])}</span>}
      />
      <div className="matter">
        <div className="matter-main">
          {stage === "noticed" ? (
            <Alert type="warning" showIcon title={m.body_notice({ count: counted.length })} />
          ) : null}
          {cite === null ? null : <CitationBlock citation={cite} />}
          <h2>{m.body_held()}</h2>
          <HeldMembers />
          <h2>{m.body_findings()}</h2>
          <Findings />
          {body.decision === null ? null : (
            <>
              <h2>{m.body_decision()}</h2>
              <p>
                {m.body_decided({
                  on: body.decision.on,
                  body: bodyName(law, body.decision.body),
                  number: body.decision.documentNumber,
                  measure: measureNames(law, [body.decision.measure]),
                })}
              </p>
            </>
          )}
          <FollowUps view={view} body={body} />
          <BodyHistory view={view} law={law} />
        </div>
        <aside className="matter-side">
          <BodyActs />
        </aside>
      </div>
    </>
  );
}

function countsOf(row: HeldMember, counted: readonly HeldMember[]): string {
  if (counted.includes(row)) return m.yes();
  const later = counted.some(({ personId }) => personId === row.personId);
  return row.personId === null ? m.body_itself() : later ? m.body_counted_once() : m.body_before_reform();
}

/** What the reader can do now, and for what cannot be done why not. */
function BodyActs() {
  const law = useLaw();
  const me = useMe();
  const { view, body, stage } = useBody();
  const asked = { ...view, law, actor: actorOf(me), today: me.today };
  const offers = bodyActIds
    .filter(
      (act) => isAt(stage, act) && (act !== "complete-follow-up" || body.followUps.some((one) => one.done === null)),
    )
    .map((act) => ({ act, refusals: refusalsOnBody(body, act, asked) }));
  // By which acts alone: whose they are stands beside the follow-ups.
  const next = openOnBody(law, body, view.held, me.today, {}).map(({ act }) => act);
  const mine = offers
    .filter(({ refusals }) => refusals.length === 0)
    .sort((a, b) => Number(next.includes(b.act)) - Number(next.includes(a.act)));
  const others = offers.filter(({ refusals }) => refusals.length > 0);
  return (
    <section className="possible-acts" aria-label={m.possible_acts()}>
      <h2>{m.possible_acts()}</h2>
      {mine.length === 0 ? <p>{others.length > 0 ? m.nothing_for_you_now() : m.nothing_left()}</p> : null}
      <ul className="act-buttons">
        {mine.map(({ act }) => (
          <li key={act}>
            <LinkButton
              to={`/bodies/${encodeURIComponent(view.organization.id)}/acts/${act}`}
              primary={next.includes(act)}
            >
              {textOf(bodyActNames[act])}
            </LinkButton>
          </li>
        ))}
      </ul>
      {others.length > 0 ? <h3>{m.acts_of_others()}</h3> : null}
      <ul className="refused-acts">
        {others.map(({ act, refusals }) => (
          <li key={act}>
            <button type="button" disabled aria-describedby={`why-not-${act}`}>
              {textOf(bodyActNames[act])}
            </button>
            <div id={`why-not-${act}`}>
              {refusals.map(({ code, message, source }) => (
                <p key={code}>
                  {textOf(message)} {source === null ? null : <CitationLink citation={source} />}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function isAt(stage: keyof typeof bodyActsAt, act: BodyActId): boolean {
  const allowed: readonly BodyActId[] = bodyActsAt[stage];
  return allowed.includes(act);
}

function HeldMembers() {
  const law = useLaw();
  const { view, counted } = useBody();
  return (
    <Table<HeldMember>
      size="small"
      rowKey={(row) => `${row.matterId} ${row.personId ?? ""}`}
      dataSource={view.held}
      pagination={false}
      columns={[
        { title: m.person_name(), width: 110, dataIndex: "name" },
        {
          title: m.number(),
          width: 180,
          render: (_value, row) => <MatterLink kind="case" matterId={row.matterId} number={row.caseNumber} />,
        },
        { title: m.decision_on(), width: 120, dataIndex: "decidedOn" },
        { title: m.measures(), render: (_value, row) => measureNames(law, row.measures) },
        {
          title: m.body_counts(),
          width: 120,
          render: (_value, row) => countsOf(row, counted),
        },
      ]}
    />
  );
}

function Findings() {
  const { body } = useBody();
  const names: Record<BodyFinding, string> = {
    several: m.finding_several(),
    "no-normal-work": m.finding_no_normal_work(),
  };
  return (
    <table className="checklist">
      <thead>
        <tr>
          <th scope="col">{m.finding()}</th>
          <th scope="col">{m.finding_result()}</th>
          <th scope="col">{m.reasons()}</th>
          <th scope="col">{m.finding_by()}</th>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding) => {
          const found = body.findings[finding];
          return (
            <tr key={finding}>
              <th scope="row">{names[finding]}</th>
              <td>{found === null ? m.not_found_yet() : found.found ? m.found_so() : m.found_not_so()}</td>
              <td>{found?.reasons}</td>
              <td>{found === null ? null : `${found.by} ${found.on}`}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
