// 法规解释: all interpretations, the latest entered first, with where each stands.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { Link } from "react-router";
import type { Interpretation } from "../../rules/interpretation.ts";
import { api } from "#web/client.ts";
import { useInForce, useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { CitationLink } from "#web/law/citation.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { KeyPager } from "#web/tables/key-pager.tsx";
import { LinkButton } from "#web/frame/link-button.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { useUrlState } from "#web/frame/url-state.ts";
import { clauseCitation } from "./clause-citation.ts";
import { effectWords } from "./effect-words.ts";
import { InterpretationState } from "./interpretation-state.tsx";

export function InterpretationList() {
  const law = useLaw();
  const { actsFor } = useInForce();
  const url = useUrlState();
  const trail = url.many("page");
  const { data, error, isFetching, refetch } = useQuery(
    api.interpretations.list.queryOptions({
      input: { after: trail[trail.length - 1] ?? null, limit: 20 },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <>
      <PageHeader
        title={m.menu_interpretations()}
        beside={
          actsFor.length === 0 ? null : (
            <LinkButton to="/interpretations/new" primary>
              {m.interpretation_enter()}
            </LinkButton>
          )
        }
      >
        <p>{m.interpretation_intro()}</p>
      </PageHeader>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      <Table<Interpretation>
        size="small"
        rowKey="id"
        loading={isFetching}
        dataSource={data?.rows ?? []}
        pagination={false}
        columns={[
          {
            title: m.interpretation_number(),
            width: 180,
            render: (_value, one) => <Link to={`/interpretations/${encodeURIComponent(one.id)}`}>{one.number}</Link>,
          },
          {
            title: m.interpretation_clause(),
            width: 150,
            render: (_value, one) => <CitationLink citation={clauseCitation(law, one.anchor)} />,
          },
          { title: m.interpretation_question(), dataIndex: "question" },
          {
            title: m.interpretation_effect(),
            width: 260,
            render: (_value, one) => effectWords(law, one.effect),
          },
          { title: m.interpretation_valid_from(), dataIndex: "validFrom", width: 120 },
          {
            title: m.interpretation_state(),
            width: 130,
            render: (_value, one) => <InterpretationState one={one} />,
          },
        ]}
      />
      {data === undefined ? null : (
        <KeyPager trail={trail} next={data.next} count={data.count} onTrail={(page) => url.set({ page })} />
      )}
    </>
  );
}
