// 待认定的上位规定: each rule that nobody has checked and that would bar, how many people it would bar today, and what was decided on it.
import { useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { Link } from "react-router";
import type { NormRow } from "../../contract/norms.ts";
import { api } from "#web/client.ts";
import { textOf } from "#web/language.ts";
import { useInForce, useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { countText } from "#web/tables/count.ts";
import { Failure } from "#web/frame/failure.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { NormFacts, NormPlace } from "./norm-facts.tsx";
import { NormState, openOf, standingOf } from "./norm-state.tsx";
import { normIn, normPath } from "./norm-in.ts";
import type { Norm } from "./norm-in.ts";

type Line = NormRow & { norm: Norm };

export function Norms() {
  const law = useLaw();
  const { actsFor } = useInForce();
  const { data, error, isFetching, refetch } = useQuery(api.norms.list.queryOptions());
  const lines = (data ?? []).flatMap((row): Line[] => {
    const norm = normIn(law, row.pack, row.rule);
    return norm === null ? [] : [{ ...row, norm }];
  });
  const undecided = lines.filter(({ decisions }) => standingOf(decisions) === null).length;
  return (
    <>
      <PageHeader title={m.menu_norms()}>
        <p>{m.norms_intro()}</p>
        {data === undefined ? null : (
          <output>{undecided === 0 ? m.norms_all_decided() : m.norms_undecided({ count: undecided })}</output>
        )}
      </PageHeader>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      <Table<Line>
        size="small"
        rowKey={({ pack, rule }) => `${pack}#${rule}`}
        loading={isFetching}
        dataSource={lines}
        pagination={false}
        columns={[
          { title: m.norm_clause(), width: 190, render: (_value, { norm }) => <NormPlace norm={norm} /> },
          { title: m.norm_gist(), render: (_value, { norm }) => textOf(norm.rule.summary) },
          { title: m.norm_bars(), width: 300, render: (_value, { norm }) => <NormFacts norm={norm} /> },
          {
            title: m.norm_would_bar(),
            width: 110,
            render: (_value, { wouldBar }) => m.norm_persons({ count: countText(wouldBar) }),
          },
          {
            title: m.norm_state(),
            width: 190,
            render: (_value, { decisions }) => <NormState decisions={decisions} />,
          },
          {
            title: m.norm_act(),
            width: 90,
            render: (_value, { pack, rule, decisions }) => (
              <Link to={normPath(pack, rule)}>{wordOfLink(decisions, actsFor)}</Link>
            ),
          },
        ]}
      />
    </>
  );
}

function wordOfLink(decisions: NormRow["decisions"], actsFor: readonly string[]): string {
  const open = openOf(decisions);
  if (open !== null && actsFor.some((body) => body !== open.enteredFor)) return m.interpretation_sign();
  return actsFor.length > 0 && open === null && standingOf(decisions) === null ? m.norm_decide() : m.norm_look();
}
