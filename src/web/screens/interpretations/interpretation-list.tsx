// 法规解释: all interpretations, the latest entered first, with where each stands.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { Link } from "react-router";
import type { Interpretation } from "#casework/interpretation.ts";
import { api } from "../../client.ts";
import { useInForce, useLaw } from "../../law.ts";
import { m } from "../../paraglide/messages.js";
import { CitationLink } from "../../parts/citation.tsx";
import { Failure } from "../../parts/failure.tsx";
import { KeyPager } from "../../parts/key-pager.tsx";
import { LinkButton } from "../../parts/link-button.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { useUrlState } from "../../parts/url-state.ts";
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
