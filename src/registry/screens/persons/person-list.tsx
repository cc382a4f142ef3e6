// 干部名册: search by name, pinyin, unit or post.
import { managementName } from "#law/procedure/management.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button, Form, Input, Table } from "antd";
import type { TableProps } from "antd";
import { Link } from "react-router";
import type { Law } from "#law/compile/law.ts";
import { keepsIdentities } from "#casework/duties.ts";
import { contract } from "#server/contract/contract.ts";
import { api } from "#web/client.ts";
import { textOf } from "#web/language.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { Failure } from "#web/frame/failure.tsx";
import { KeyPager } from "#web/tables/key-pager.tsx";
import { LinkButton } from "#web/frame/link-button.tsx";
import { OrganizationPicker } from "#web/fields/organization-picker.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import type { PersonRow } from "#web/fields/person-picker.tsx";
import { useUrlState } from "#web/frame/url-state.ts";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";
import { sexName } from "./sex-name.ts";

type Values = { q: string; organization: string | null };

export function PersonList() {
  const me = useMe();
  const { names } = useLaw().vocabulary;
  const url = useUrlState();
  const trail = url.many("page");
  const query = url.one("q");
  const organizationId = url.one("organization") === "" ? null : url.one("organization");
  const { data, error, isFetching, refetch } = useQuery(
    api.registry.persons.queryOptions({
      input: { query, organizationId, after: trail[trail.length - 1] ?? null, limit: 20 },
      placeholderData: keepPreviousData,
    }),
  );
  const opens = mayUse(me, accessOf(contract.registry.person));
  return (
    <>
      <PageHeader
        title={m.menu_persons()}
        beside={
          mayUse(me, accessOf(contract.registry.addPerson)) ? (
            <>
              <LinkButton to="/imports">{m.menu_imports()}</LinkButton>{" "}
              <LinkButton to="/persons/new" primary>
                {m.person_add()}
              </LinkButton>
            </>
          ) : null
        }
      />
      <Form<Values>
        key={`${query} ${organizationId}`}
        layout="inline"
        className="filter"
        initialValues={{ q: query, organization: organizationId }}
        onFinish={({ q, organization }) => url.set({ q: q.trim(), organization: organization ?? "" })}
      >
        <Form.Item name="q" label={m.filter_words()}>
          <Input
            allowClear
            maxLength={100}
            placeholder={keepsIdentities(me) ? m.filter_words_person_number() : m.filter_words_person()}
          />
        </Form.Item>
        <Form.Item name="organization" label={m.unit()} className="filter-wide">
          <OrganizationPicker />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          {m.query()}
        </Button>
        <Button onClick={() => url.set({ q: "", organization: "" })}>{m.reset()}</Button>
      </Form>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      <Table<PersonRow>
        size="small"
        rowKey="personId"
        loading={isFetching}
        dataSource={data?.rows ?? []}
        pagination={false}
        columns={columnsOf(opens, names)}
      />
      {data === undefined ? null : (
        <KeyPager trail={trail} next={data.next} count={data.count} onTrail={(page) => url.set({ page })} />
      )}
    </>
  );
}

function columnsOf(opens: boolean, names: Law["vocabulary"]["names"]): NonNullable<TableProps<PersonRow>["columns"]> {
  return [
    {
      title: m.person_name(),
      dataIndex: "name",
      width: 110,
      render: (_value, row) =>
        opens ? <Link to={`/persons/${encodeURIComponent(row.personId)}`}>{row.name}</Link> : row.name,
    },
    { title: m.sex(), dataIndex: "sex", width: 60, render: (_value, row) => sexName(row.sex) },
    { title: m.unit(), dataIndex: "organizationName" },
    { title: m.post(), dataIndex: "post", render: (_value, row) => row.post ?? "" },
    { title: m.level(), dataIndex: "level", width: 120, render: (_value, row) => row.level ?? "" },
    {
      title: m.managed_by(),
      dataIndex: "managedBy",
      width: 110,
      render: (_value, row) => textOf(managementName({ names }, row.managedBy)),
    },
    {
      title: m.party_member(),
      dataIndex: "partyMember",
      width: 90,
      render: (_value, row) => (row.partyMember ? m.yes() : m.no()),
    },
    { title: m.id_number(), dataIndex: "idNumberMasked", width: 180 },
  ];
}
