// One cadre: posts, what is recorded, and the drawn timeline of what is barred until when.
import { managementName } from "#law/procedure/management.ts";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Alert, Descriptions, Table } from "antd";
import { useEffect } from "react";
import { Link, useLocation, useParams } from "react-router";
import { streams } from "#server/contract/streams.ts";
import { contract } from "#server/contract/contract.ts";
import type { PersonView } from "../../contract.ts";
import { stageNames } from "#casework/words/stage-names.ts";
import type { Stage } from "#casework/stages.ts";
import { api } from "#web/client.ts";
import { textOf, withAside } from "#web/language.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { LayersTable } from "#web/tables/layers-table.tsx";
import { ArchiveButton } from "#web/matter/archive-button.tsx";
import { LinkButton } from "#web/frame/link-button.tsx";
import { MatterLink } from "#web/matter/matter-link.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { RestrictionTable } from "#web/tables/restriction-table.tsx";
import { RestrictionTimeline } from "#web/drawing/restriction-timeline.tsx";
import { sanctionText } from "#web/law/sanction-text.ts";
import { mayUse, useMe } from "#web/session.ts";
import { accessOf } from "#web/routes.tsx";
import { ReuseTable } from "#matters/screens/reuses/reuse-table.tsx";
import { Arrivals } from "./arrivals.tsx";
import { Merges } from "./merges.tsx";
import { Personnel } from "./personnel.tsx";
import { politicalStatusOf, wordOf } from "./personnel-words.ts";
import { RegisterRecord } from "./register-record.tsx";
import { Relatives } from "./relatives.tsx";
import { sexName } from "./sex-name.ts";

export function PersonPage() {
  const me = useMe();
  const law = useLaw();
  const { personId = "" } = useParams();
  const { hash } = useLocation();
  useEffect(() => {
    if (hash !== "") document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash]);
  const { data: view } = useSuspenseQuery(api.registry.person.queryOptions({ input: { personId } }));
  const { person, cases } = view;
  return (
    <>
      <PageHeader
        title={person.name}
        above={[{ name: m.menu_persons(), to: "/persons" }]}
        beside={
          <>
            <ArchiveButton path={streams.exportPerson.path} parameters={{ personId }} name={m.export_archive()} />{" "}
            <LinkButton to={`/eligibility?person=${encodeURIComponent(personId)}`} primary>
              {m.ask_eligibility()}
            </LinkButton>
          </>
        }
      />
      {person.mergedInto === null ? null : (
        <Alert
          type="warning"
          title={
            <>
              {m.merged_into()}{" "}
              <Link to={`/persons/${encodeURIComponent(person.mergedInto)}`}>{m.merged_into_open()}</Link>
            </>
          }
        />
      )}
      <Facts view={view} />
      <Restrictions restrictions={view.restrictions} />
      <Records view={view} />
      {view.reuses.length === 0 ? null : (
        <section aria-label={m.reuses()}>
          <h2>{m.reuses()}</h2>
          <ReuseTable rows={view.reuses} law={law} />
        </section>
      )}
      <Posts posts={view.posts} />
      <Arrivals personId={personId} history={view.history} />
      <Personnel view={view} law={law} />
      {person.mergedInto === null && mayUse(me, accessOf(contract.registry.registerRecord)) ? (
        <RegisterRecord personId={personId} law={law} />
      ) : null}
      <Relatives view={view} />
      <Merges view={view} />
      {cases.length === 0 ? null : (
        <section aria-label={m.person_cases()}>
          <h2>{m.person_cases()}</h2>
          <ul>
            {cases.map((one) => (
              <li key={one.matterId}>
                <MatterLink kind="case" matterId={one.matterId} number={one.number} />{" "}
                {withAside(one.title, stageName(one.stage))}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Facts({ view: { person, formerNames } }: { view: PersonView }) {
  const law = useLaw();
  const { names } = law.vocabulary;
  return (
    <Descriptions
      bordered
      size="small"
      column={3}
      items={[
        { key: "sex", label: m.sex(), children: sexName(person.sex) },
        { key: "unit", label: m.unit(), children: person.organizationName },
        { key: "post", label: m.post(), children: person.post ?? m.none() },
        { key: "level", label: m.level(), children: person.level ?? m.none() },
        { key: "rank", label: m.rank(), children: person.rank ?? m.none() },
        { key: "managed", label: m.managed_by(), children: textOf(managementName({ names }, person.managedBy)) },
        { key: "party", label: m.party_member_label(), children: politicalStatusOf(person, law) },
        { key: "leading", label: m.leading_post_label(), children: person.leadingPost ? m.yes() : m.no() },
        { key: "id", label: m.id_number(), children: person.idNumberMasked },
        { key: "birth", label: m.birth(), children: person.birth ?? m.none() },
        {
          key: "former",
          label: m.former_names(),
          children: formerNames.length === 0 ? m.none() : formerNames.map(({ name }) => name).join("、"),
        },
      ]}
    />
  );
}

function Restrictions({ restrictions }: { restrictions: PersonView["restrictions"] }) {
  const law = useLaw();
  const { today } = useMe();
  // What was counted anew since stands in the table alone.
  const standing = restrictions.filter(({ counts }) => counts.until === null);
  return (
    <section aria-label={m.restrictions()}>
      <h2>{m.restrictions()}</h2>
      {restrictions.length === 0 ? (
        <p className="quiet">{m.no_restrictions()}</p>
      ) : (
        <>
          <RestrictionTimeline restrictions={standing} today={today} law={law} />
          <h3>{m.layers_summary()}</h3>
          <LayersTable restrictions={standing} today={today} law={law} />
          <RestrictionTable restrictions={restrictions} law={law} />
        </>
      )}
    </section>
  );
}

function Posts({ posts }: { posts: PersonView["posts"] }) {
  const { names, personnel } = useLaw().vocabulary;
  return (
    <section id="posts" aria-label={m.posts()}>
      <h2>{m.posts()}</h2>
      <Table<PersonView["posts"][number]>
        size="small"
        rowKey={(row) => `${row.from} ${row.post}`}
        dataSource={posts}
        pagination={false}
        columns={[
          { title: m.post_from(), dataIndex: "from", width: 120 },
          { title: m.post_to(), dataIndex: "to", width: 120, render: (_value, row) => row.to ?? m.until_now() },
          { title: m.unit(), dataIndex: "organizationName" },
          { title: m.post(), dataIndex: "post" },
          { title: m.level(), dataIndex: "level", width: 110, render: (_value, row) => row.level ?? "" },
          { title: m.rank(), dataIndex: "rank", width: 110, render: (_value, row) => row.rank ?? "" },
          {
            title: m.managed_by(),
            dataIndex: "managedBy",
            width: 90,
            render: (_value, row) => (row.managedBy === null ? "" : textOf(managementName({ names }, row.managedBy))),
          },
          {
            title: m.appointment_kind(),
            dataIndex: "kind",
            width: 110,
            render: (_value, row) => wordOf(personnel.appointments, row.kind),
          },
          {
            title: m.approved_on(),
            dataIndex: "approvedOn",
            width: 120,
            render: (_value, row) => row.approvedOn ?? "",
          },
          {
            title: m.acting_office(),
            key: "actingOffice",
            render: (_value, { actingOffice, documentNumber }) =>
              actingOffice === null || documentNumber === null
                ? (actingOffice ?? documentNumber ?? "")
                : withAside(actingOffice, documentNumber),
          },
        ]}
      />
    </section>
  );
}

function Records({ view: { measures, sanctions, consents } }: { view: PersonView }) {
  const mayChange = mayUse(useMe(), accessOf(contract.acts["record-sanction-change"]));
  return (
    <section id="records" aria-label={m.records()}>
      <h2>{m.records()}</h2>
      {measures.length + sanctions.length + consents.length === 0 ? (
        <p className="quiet">{m.nothing_recorded()}</p>
      ) : null}
      <ul>
        {measures.map((one, index) => (
          <li key={`m${index}`}>
            <strong>{textOf(one.name)}</strong>{" "}
            {m.record_measure({ decided: one.decidedOn, effective: one.effectiveOn })}{" "}
            {one.revokedOn === null ? "" : `${m.sanction_revoked_text({ on: one.revokedOn })} `}
            <Link to={`/cases/${encodeURIComponent(one.matterId)}`}>{one.caseNumber}</Link>
          </li>
        ))}
        {sanctions.map((one, index) => (
          <li key={`s${index}`}>
            <strong>{textOf(one.name)}</strong> {sanctionText(one)}{" "}
            {one.matterId === null || !mayChange ? null : (
              <Link to={`/cases/${encodeURIComponent(one.matterId)}/acts/record-sanction-change`}>
                {m.sanction_record_change()}
              </Link>
            )}
          </li>
        ))}
        {consents.map((one, index) => (
          <li key={`c${index}`}>
            <strong>{m.consent_given()}</strong> {withAside(one.on, one.documentNumber)}
            {one.toLevel === null ? "" : ` ${m.consent_up_to({ level: one.toLevel })}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function stageName(stage: string): string {
  return stage in stageNames ? textOf(stageNames[stage as Stage]) : stage;
}
