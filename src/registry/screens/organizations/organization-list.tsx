// 组织机构: the tree of the zone's organizations.
import { managementName } from "#law/procedure/management.ts";
import { useQuery } from "@tanstack/react-query";
import { Checkbox, Table } from "antd";
import { Link } from "react-router";
import { contract } from "#server/contract/contract.ts";
import { api } from "#web/client.ts";
import { textOf } from "#web/language.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { Failure } from "#web/frame/failure.tsx";
import { LinkButton } from "#web/frame/link-button.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { useUrlState } from "#web/frame/url-state.ts";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";
import { organizationKinds } from "./organization-kinds.ts";
import { treeOf } from "./tree.ts";
import type { Node } from "./tree.ts";

export function OrganizationList() {
  const me = useMe();
  const { names } = useLaw().vocabulary;
  const url = useUrlState();
  const withEnded = url.one("ended") !== "";
  const { data, error, isFetching, refetch } = useQuery(api.registry.organizations.queryOptions());
  return (
    <>
      <PageHeader
        title={m.menu_organizations()}
        beside={
          mayUse(me, accessOf(contract.registry.addOrganization)) ? (
            <LinkButton to="/organizations/new" primary>
              {m.organization_add()}
            </LinkButton>
          ) : null
        }
      />
      <div className="filter">
        <Checkbox checked={withEnded} onChange={({ target }) => url.set({ ended: target.checked ? "1" : "" })}>
          {m.organizations_ended_too()}
        </Checkbox>
      </div>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      <Table<Node>
        size="small"
        rowKey="organizationId"
        loading={isFetching}
        dataSource={treeOf((data ?? []).filter((one) => withEnded || one.validUntil === null))}
        pagination={false}
        columns={[
          {
            title: m.organization_name(),
            dataIndex: "name",
            render: (_value, row) => (
              <span style={{ paddingLeft: row.depth * 20 }}>
                <Link to={`/organizations/${encodeURIComponent(row.organizationId)}`}>{row.name}</Link>
                {row.validUntil === null ? null : (
                  <span className="quiet"> {m.organization_until({ day: row.validUntil })}</span>
                )}
              </span>
            ),
          },
          {
            title: m.organization_kind(),
            dataIndex: "kind",
            width: 160,
            render: (_value, row) => organizationKinds[row.kind](),
          },
          {
            title: m.managed_by(),
            dataIndex: "managedBy",
            width: 160,
            render: (_value, row) => textOf(managementName({ names }, row.managedBy)),
          },
          {
            title: m.menu_persons(),
            dataIndex: "organizationId",
            width: 120,
            render: (_value, row) => (
              <Link
                to={`/persons?organization=${encodeURIComponent(row.organizationId)}`}
                aria-label={m.persons_of({ name: row.name })}
              >
                {m.persons_show()}
              </Link>
            ),
          },
        ]}
      />
    </>
  );
}
