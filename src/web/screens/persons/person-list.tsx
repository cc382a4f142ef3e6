// 干部名册: search by name, pinyin, unit or post.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button, Form, Input, Table } from "antd";
import { Link } from "react-router";
import { contract } from "#api/contract.ts";
import { api } from "../../client.ts";
import { textOf } from "../../language.ts";
import { useLaw } from "../../law.ts";
import { m } from "../../paraglide/messages.js";
import { Failure } from "../../parts/failure.tsx";
import { KeyPager } from "../../parts/key-pager.tsx";
import { LinkButton } from "../../parts/link-button.tsx";
import { OrganizationPicker } from "../../parts/organization-picker.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import type { PersonRow } from "../../parts/person-picker.tsx";
import { useUrlState } from "../../parts/url-state.ts";
import { accessOf } from "../../routes.tsx";
import { mayUse, useMe } from "../../session.tsx";
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
          <Input allowClear maxLength={100} placeholder={m.filter_words_person()} />
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
        columns={[
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
            render: (_value, row) => textOf(names.managedBy[row.managedBy]),
          },
          {
            title: m.party_member(),
            dataIndex: "partyMember",
            width: 90,
            render: (_value, row) => (row.partyMember ? m.yes() : m.no()),
          },
          { title: m.id_number(), dataIndex: "idNumberMasked", width: 180 },
        ]}
      />
      {data === undefined ? null : (
        <KeyPager trail={trail} next={data.next} count={data.count} onTrail={(page) => url.set({ page })} />
      )}
    </>
  );
}
