// 重新任用: who is asked to be used again, whether the superior consented, and what was decided.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Radio } from "antd";
import { procedureOf } from "#law/procedure/procedures.ts";
import { api } from "#web/client.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { CitationBlock } from "#web/law/citation.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { KeyPager } from "#web/tables/key-pager.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { useUrlState } from "#web/frame/url-state.ts";
import { ReuseTable } from "./reuse-table.tsx";
import { useMe } from "#web/session.ts";

export function Reuses() {
  const law = useLaw();
  const url = useUrlState();
  const trail = url.many("page");
  const undecided = url.one("all") === "";
  const cite = procedureOf(law, "consent", useMe().today);
  const { data, error, isFetching, refetch } = useQuery(
    api.reuses.list.queryOptions({
      input: { undecided, after: trail[trail.length - 1] ?? null, limit: 20 },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <>
      <PageHeader title={m.menu_reuses()} />
      {cite === null ? null : <CitationBlock citation={cite} />}
      <Radio.Group
        className="filter"
        aria-label={m.menu_reuses()}
        value={undecided ? "" : "1"}
        onChange={(event) => url.set({ all: String(event.target.value), page: [] })}
        options={[
          { value: "", label: m.reuse_undecided() },
          { value: "1", label: m.reuse_all() },
        ]}
      />
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      <ReuseTable rows={data?.rows ?? []} law={law} loading={isFetching} />
      {data === undefined ? null : (
        <KeyPager trail={trail} next={data.next} count={data.count} onTrail={(page) => url.set({ page })} />
      )}
    </>
  );
}
