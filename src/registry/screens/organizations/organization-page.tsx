// One organization: its names and changes over time, its leading body as of a day, and registering what became of it.
import { managementName } from "#law/procedure/management.ts";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Descriptions, Form, Table } from "antd";
import { Link, useParams } from "react-router";
import { contract } from "#server/contract/contract.ts";
import type { OrganizationView } from "../../contract.ts";
import { api } from "#web/client.ts";
import { textOf, withAside } from "#web/language.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { DayField } from "#web/fields/day-field.tsx";
import { LinkButton } from "#web/frame/link-button.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { useUrlState } from "#web/frame/url-state.ts";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";
import { ChangeForm } from "./change-form.tsx";
import { changeNames } from "./change-names.ts";
import { organizationKinds } from "./organization-kinds.ts";

export function OrganizationPage() {
  const { organizationId = "" } = useParams();
  const me = useMe();
  const url = useUrlState();
  const on = url.one("on");
  const { data: view } = useSuspenseQuery(
    api.registry.organization.queryOptions({ input: { organizationId, ...(on === "" ? {} : { on }) } }),
  );
  const may = mayUse(me, accessOf(contract.registry.changeOrganization)) && view.validUntil === null;
  return (
    <>
      <PageHeader
        title={view.name}
        above={[{ name: m.menu_organizations(), to: "/organizations" }]}
        beside={
          <LinkButton to={`/persons?organization=${encodeURIComponent(organizationId)}`}>{m.persons_show()}</LinkButton>
        }
      />
      <Facts view={view} />
      <section aria-label={m.organization_names()}>
        <h2>{m.organization_names()}</h2>
        <ul>
          {view.names.map((one) => (
            <li key={`${one.name} ${one.from}`}>
              {withAside(one.name, `${one.from ?? m.organization_from_unknown()} ~ ${one.until ?? m.until_now()}`)}
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={m.leading_body()}>
        <h2>{m.leading_body()}</h2>
        <Form.Item label={m.leading_body_on()} htmlFor="leading-body-on" className="filter">
          <DayField id="leading-body-on" value={view.day} onChange={(day) => url.set({ on: day ?? "" })} />
        </Form.Item>
        <LeadingBody members={view.leadingBody} />
      </section>
      <section aria-label={m.organization_changes()}>
        <h2>{m.organization_changes()}</h2>
        {view.changes.length === 0 ? <p className="quiet">{m.nothing_recorded()}</p> : null}
        <ul>
          {view.changes.map((one) => (
            <li key={one.version}>
              {one.on} <strong>{changeNames[one.kind]()}</strong> {changeText(one)}{" "}
              <span className="quiet">{withAside(one.documentNumber, one.registeredName)}</span>
            </li>
          ))}
        </ul>
        {may ? <ChangeForm key={view.version} view={view} /> : null}
      </section>
    </>
  );
}

function changeText(one: OrganizationView["changes"][number]): string {
  switch (one.kind) {
    case "renamed":
      return m.import_change({ before: one.formerName, after: one.name });
    case "moved":
      return m.import_change({ before: one.formerParent ?? m.none(), after: one.parent ?? m.none() });
    case "merged":
    case "split":
      return one.otherName ?? "";
    case "abolished":
      return "";
  }
}

function Facts({ view }: { view: OrganizationView }) {
  const { names } = useLaw().vocabulary;
  return (
    <Descriptions
      bordered
      size="small"
      column={3}
      items={[
        { key: "kind", label: m.organization_kind(), children: organizationKinds[view.kind]() },
        { key: "managed", label: m.managed_by(), children: textOf(managementName({ names }, view.managedBy)) },
        {
          key: "parent",
          label: m.organization_above(),
          children:
            view.parentId === null ? (
              m.none()
            ) : (
              <Link to={`/organizations/${encodeURIComponent(view.parentId)}`}>{view.parentName}</Link>
            ),
        },
        {
          key: "validity",
          label: m.organization_validity(),
          children: `${view.validFrom ?? m.organization_from_unknown()} ~ ${view.validUntil ?? m.until_now()}`,
        },
        {
          key: "successor",
          label: m.organization_successor(),
          children:
            view.succeededBy === null ? (
              m.none()
            ) : (
              <Link to={`/organizations/${encodeURIComponent(view.succeededBy)}`}>{view.successorName}</Link>
            ),
        },
      ]}
    />
  );
}

function LeadingBody({ members }: { members: OrganizationView["leadingBody"] }) {
  const opens = mayUse(useMe(), accessOf(contract.registry.person));
  return (
    <Table<OrganizationView["leadingBody"][number]>
      size="small"
      rowKey={(row) => `${row.personId} ${row.post}`}
      dataSource={members}
      pagination={false}
      columns={[
        {
          title: m.person_name(),
          dataIndex: "name",
          width: 120,
          render: (_value, row) =>
            opens ? <Link to={`/persons/${encodeURIComponent(row.personId)}`}>{row.name}</Link> : row.name,
        },
        { title: m.post(), dataIndex: "post" },
        { title: m.level(), dataIndex: "level", width: 130, render: (_value, row) => row.level ?? "" },
        { title: m.post_from(), dataIndex: "from", width: 120 },
        { title: m.post_to(), dataIndex: "to", width: 120, render: (_value, row) => row.to ?? m.until_now() },
      ]}
    />
  );
}
