// Sweeps: begin one, progress of the running one, results of the latest.
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Popconfirm, Progress, Table } from "antd";
import { useEffect, useRef, useState } from "react";
import type { SweepRunView } from "../contract.ts";
import { contract } from "#server/contract/contract.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { Fold } from "#web/frame/fold.tsx";
import { minuteOf } from "#web/frame/instant.ts";
import { Refusals } from "#web/law/refusals.tsx";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";
import { occasionNames, runStates } from "./sweep-words.ts";
import "./sweep-runs.css";

export function SweepRuns() {
  const may = mayUse(useMe(), accessOf(contract.sweep.begin));
  const [key, setKey] = useState(newKey);
  const { data } = useQuery(
    api.sweep.list.queryOptions({
      input: { limit: 10 },
      refetchInterval: ({ state }) => (state.data?.rows[0]?.state === "running" ? 1000 : false),
    }),
  );
  const latest = data?.rows[0];
  useReloadAfterSweep(latest);
  const beginning = useMutation({
    mutationFn: () => client.sweep.begin({ key }),
    onSettled: async () => {
      setKey(newKey());
      await queries.invalidateQueries({ queryKey: api.sweep.list.key() });
    },
  });
  const cancelling = useMutation({
    mutationFn: (runId: string) => client.sweep.cancel({ runId, key: newKey() }),
    onSettled: () => queries.invalidateQueries({ queryKey: api.sweep.key() }),
  });
  const failed = beginning.error ?? cancelling.error;
  const refusals = refusalsOf(failed);
  return (
    <section className="sweep-runs" aria-label={m.sweep_runs()}>
      {latest === undefined ? (
        <p className="quiet">{data === undefined ? "" : m.sweep_never()}</p>
      ) : (
        <p>
          <output>
            {m.sweep_latest({ at: minuteOf(latest.startedAt), state: runStates[latest.state]() })}{" "}
            {latest.state === "running" ? "" : resultOf(latest)}
          </output>
        </p>
      )}
      {latest?.state === "running" ? (
        <Progress
          percent={
            latest.personsAll === 0 ? 0 : Math.min(100, Math.floor((latest.personsDone / latest.personsAll) * 100))
          }
          format={() => m.import_progress({ done: latest.personsDone, all: latest.personsAll })}
          aria-label={m.sweep_running()}
        />
      ) : null}
      {may ? (
        <div className="form-buttons">
          {latest?.state === "running" ? (
            <Popconfirm title={m.sweep_cancel_ask()} onConfirm={() => cancelling.mutate(latest.id)}>
              <Button>{m.sweep_cancel()}</Button>
            </Popconfirm>
          ) : (
            <Button type="primary" loading={busy(beginning.isPending)} onClick={() => beginning.mutate()}>
              {m.sweep_begin()}
            </Button>
          )}
        </div>
      ) : null}
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {failed !== null && refusals.length === 0 ? <Failure error={failed} /> : null}
      {data === undefined || data.rows.length < 2 ? null : (
        <Fold id="runs" title={m.sweep_runs()} open={false}>
          <Table<SweepRunView>
            size="small"
            rowKey="id"
            dataSource={data.rows}
            pagination={false}
            columns={[
              { title: m.sweep_at(), width: 170, render: (_value, one) => minuteOf(one.startedAt) },
              { title: m.sweep_occasion(), width: 130, render: (_value, one) => occasionNames[one.occasion]() },
              { title: m.import_by(), width: 110, dataIndex: "startedName" },
              { title: m.conflict_state(), width: 110, render: (_value, one) => runStates[one.state]() },
              { title: m.sweep_result(), render: (_value, one) => resultOf(one) },
            ]}
          />
        </Fold>
      )}
    </section>
  );
}

function resultOf({ personsDone, entries, found, again, fallen, unjudged, lettersFound }: SweepRunView): string {
  const said = m.sweep_result_text({
    persons: personsDone,
    entries,
    found: found + again,
    fallen,
    letters: lettersFound,
  });
  return unjudged === 0 ? said : `${said}；${m.sweep_unjudged({ count: unjudged })}`;
}

/** Loads the conflicts anew once a running sweep has ended. */
function useReloadAfterSweep(latest: SweepRunView | undefined): void {
  const before = useRef<SweepRunView["state"] | undefined>(undefined);
  const state = latest?.state;
  useEffect(() => {
    if (before.current === "running" && state !== "running")
      void queries.invalidateQueries({ queryKey: api.sweep.conflicts.key() });
    before.current = state;
  }, [state]);
}
