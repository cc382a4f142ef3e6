// 账号管理: who has an account, with which roles; what each administrator may change of it.
import { useQuery } from "@tanstack/react-query";
import { Table, Tag } from "antd";
import type { z } from "zod";
import { contract } from "#server/contract/contract.ts";
import { administrators } from "#casework/roles.ts";
import { roleNames } from "#casework/words/role-names.ts";
import { api } from "#web/client.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { Failure } from "#web/frame/failure.tsx";
import { LinkButton } from "#web/frame/link-button.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";
import { NamePerson } from "./name-person.tsx";
import { AccountActions } from "./account-actions.tsx";

export type Account = z.output<NonNullable<(typeof contract.accounts.list)["~orpc"]["outputSchema"]>>[number];

export function AccountList() {
  const me = useMe();
  const { data, error, isFetching, refetch } = useQuery(api.accounts.list.queryOptions());
  const changes = mayUse(me, accessOf(contract.accounts.restoreAccess));
  const givesRoles = mayUse(me, accessOf(contract.accounts.setRoles));
  return (
    <>
      <PageHeader
        title={m.menu_accounts()}
        beside={
          mayUse(me, accessOf(contract.accounts.add)) ? (
            <LinkButton to="/accounts/new" primary>
              {m.account_add()}
            </LinkButton>
          ) : null
        }
      />
      <p className="quiet">{givesRoles ? m.accounts_security_note() : m.accounts_system_note()}</p>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      <Table<Account>
        size="small"
        rowKey="accountId"
        loading={isFetching}
        dataSource={data ?? []}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: m.account(), dataIndex: "account", width: 160 },
          {
            title: m.person_name(),
            dataIndex: "name",
            width: 150,
            render: (_value, row) =>
              row.namesPerson || row.roles.every((role) => administrators.includes(role)) ? (
                row.name
              ) : (
                <>
                  {row.name} <NamePerson account={row} />
                </>
              ),
          },
          { title: m.unit(), dataIndex: "organizationName", render: (_value, row) => row.organizationName ?? "" },
          {
            title: m.roles(),
            dataIndex: "roles",
            render: (_value, row) =>
              row.roles.length === 0
                ? m.no_roles()
                : row.roles.map((role) => (
                    <Tag key={role} variant="outlined">
                      {textOf(roleNames[role])}
                    </Tag>
                  )),
          },
          {
            title: m.account_state(),
            dataIndex: "disabled",
            width: 90,
            render: (_value, row) => (row.disabled ? m.account_disabled() : m.account_enabled()),
          },
          {
            title: m.codes_title(),
            dataIndex: "hasTotp",
            width: 90,
            render: (_value, row) => (row.hasTotp ? m.account_enabled() : ""),
          },
          ...(changes
            ? [
                {
                  title: m.change(),
                  dataIndex: "accountId",
                  width: 260,
                  render: (_value: unknown, row: Account) =>
                    row.accountId === me.accountId ? null : <AccountActions account={row} />,
                },
              ]
            : []),
        ]}
      />
    </>
  );
}
