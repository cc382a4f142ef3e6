// All reply letters (廉政意见回复), latest first; or only letters in force of which something has arisen.
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { App, Button, Radio, Table } from "antd";
import { Link } from "react-router";
import type { LetterView } from "../contract.ts";
import { letterWriters } from "../contract.ts";
import { api, client, queries } from "#web/client.ts";
import { listed } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { KeyPager } from "#web/tables/key-pager.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { useUrlState } from "#web/frame/url-state.ts";
import { mayUse, useMe } from "#web/session.ts";
import { letterStates } from "./letter-words.ts";

export function LetterList() {
  const me = useMe();
  const url = useUrlState();
  const { message } = App.useApp();
  const trail = url.many("page");
  const concerned = url.one("concerned") !== "";
  const { data, error, isFetching, refetch } = useQuery(
    api.letters.list.queryOptions({
      input: { concerned, after: trail[trail.length - 1] ?? null, limit: 20 },
      placeholderData: keepPreviousData,
    }),
  );
  const checking = useMutation({
    mutationFn: () => client.letters.check(),
    onSuccess: async ({ lines, found }) => {
      message.success(m.letters_checked({ lines, found }));
      await queries.invalidateQueries({ queryKey: api.letters.key() });
    },
  });
  return (
    <>
      <PageHeader
        title={m.menu_letters()}
        beside={
          mayUse(me, letterWriters) ? (
            <Button loading={busy(checking.isPending)} onClick={() => checking.mutate()}>
              {m.letters_check()}
            </Button>
          ) : null
        }
      >
        <p>{m.letters_intro()}</p>
      </PageHeader>
      <Radio.Group
        className="filter"
        aria-label={m.menu_letters()}
        value={concerned ? "1" : ""}
        onChange={(event) => url.set({ concerned: String(event.target.value), page: [] })}
        options={[
          { value: "", label: m.filter_all() },
          { value: "1", label: m.letters_concerned() },
        ]}
      />
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      {checking.error === null ? null : <Failure error={checking.error} />}
      <Table<LetterView>
        size="small"
        rowKey="letterId"
        loading={isFetching}
        dataSource={data?.rows ?? []}
        pagination={false}
        columns={[
          {
            title: m.number(),
            width: 170,
            render: (_value, one) => (
              <Link to={`/clearance/${encodeURIComponent(one.requestId)}#letters`}>
                {one.number ?? m.letter_unnumbered()}
              </Link>
            ),
          },
          { title: m.letter_state(), width: 110, render: (_value, one) => letterStates[one.state]() },
          { title: m.clearance_requester(), dataIndex: "requester" },
          { title: m.menu_clearance(), dataIndex: "requestNumber", width: 170 },
          { title: m.letter_issued_on(), width: 120, render: (_value, one) => one.issuedOn ?? m.none() },
          { title: m.letter_valid_until(), dataIndex: "validUntil", width: 120 },
          {
            title: m.letters_concerned(),
            width: 220,
            render: (_value, one) =>
              one.concerns.length === 0 ? m.none() : m.letter_lines({ lines: listed(one.concerns.map(String)) }),
          },
        ]}
      />
      {data === undefined ? null : (
        <KeyPager trail={trail} next={data.next} count={data.count} onTrail={(page) => url.set({ page })} />
      )}
    </>
  );
}
