// 检查点: the signed roots over all entries, to be handed to a second body as files and taken back with its signature.
import { useMutation, useQuery } from "@tanstack/react-query";
import type { InferContractRouterOutputs } from "@orpc/contract";
import { Alert, Button, Table } from "antd";
import { useRef, useState } from "react";
import type { contract } from "#server/contract/contract.ts";
import { countersignedInput } from "../contract.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { Fold } from "#web/frame/fold.tsx";
import { minuteOf } from "#web/frame/instant.ts";
import { Refusals } from "#web/law/refusals.tsx";
import { saveText } from "#web/frame/save-text.ts";
import "#web/tables/key-pager.css";
import "./verification.css";

type Row = InferContractRouterOutputs<typeof contract>["log"]["checkpoints"]["rows"][number];

const shownAtOnce = 5;

export function Checkpoints() {
  const [trail, setTrail] = useState<string[]>([]);
  const { data, error, isFetching, refetch } = useQuery(
    api.log.checkpoints.queryOptions({ input: { after: trail.at(-1) ?? null, limit: shownAtOnce } }),
  );
  const renew = () => queries.invalidateQueries({ queryKey: api.log.checkpoints.key() });
  return (
    <Fold id="checkpoints" title={m.checkpoints()} aside={data === undefined ? undefined : sinceText(data.since)}>
      <p className="quiet">{m.checkpoints_note()}</p>
      <Making onDone={renew} />
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      <Table<Row>
        size="small"
        rowKey="size"
        loading={isFetching}
        dataSource={data?.rows ?? []}
        pagination={false}
        locale={{ emptyText: m.checkpoints_none() }}
        columns={[
          { title: m.checkpoint_at(), width: 140, render: (_value, row) => minuteOf(row.at) },
          { title: m.checkpoint_size(), dataIndex: "size", width: 100 },
          {
            title: m.checkpoint_root(),
            render: (_value, row) => (
              <code title={row.root}>
                {row.algorithm}:{row.root.slice(0, 24)}…
              </code>
            ),
          },
          {
            title: m.checkpoint_signature(),
            width: 150,
            render: (_value, row) => <code title={row.signature}>{row.signature.slice(0, 12)}…</code>,
          },
          {
            title: m.countersignatures(),
            width: 260,
            render: (_value, row) =>
              row.countersignatures.length === 0 ? (
                <span className="quiet">{m.countersignatures_none()}</span>
              ) : (
                <ul className="plain-list">
                  {row.countersignatures.map((one) => (
                    <li key={one.publicKey} title={one.publicKey}>
                      {m.countersigned_by({ name: one.name, at: minuteOf(one.at) })}
                    </li>
                  ))}
                </ul>
              ),
          },
          {
            title: m.checkpoint_file(),
            width: 110,
            render: (_value, row) => (
              <Button
                size="small"
                aria-label={m.action_on({ action: m.checkpoint_save(), name: String(row.size) })}
                onClick={() => saveText(`checkpoint-${row.size}.json`, `${JSON.stringify(row, null, 2)}\n`)}
              >
                {m.checkpoint_save()}
              </Button>
            ),
          },
        ]}
      />
      <nav className="key-pager" aria-label={m.checkpoints()}>
        <Button disabled={trail.length === 0} onClick={() => setTrail(trail.slice(0, -1))}>
          {m.pager_previous()}
        </Button>
        <Button
          disabled={data === undefined || data.next === null}
          onClick={() => setTrail([...trail, data?.next ?? ""])}
        >
          {m.pager_next()}
        </Button>
      </nav>
    </Fold>
  );
}

function sinceText(since: number): string {
  return since === 0 ? m.checkpoints_all_covered() : m.checkpoints_since({ count: since });
}

/** A new checkpoint, and the file of a second body back. */
function Making({ onDone }: { onDone: () => Promise<void> }) {
  const file = useRef<HTMLInputElement>(null);
  const [unreadable, setUnreadable] = useState(false);
  const making = useMutation({ mutationFn: () => client.log.makeCheckpoint({ key: newKey() }), onSuccess: onDone });
  const accepting = useMutation({
    mutationFn: async (chosen: File) => {
      const parsed = countersignedInput.safeParse({ file: jsonIn(await chosen.text()) });
      setUnreadable(!parsed.success);
      return parsed.success ? client.log.acceptCountersignature(parsed.data) : null;
    },
    onSuccess: onDone,
    onSettled: () => {
      if (file.current !== null) file.current.value = "";
    },
  });
  const refusals = refusalsOf(accepting.error);
  return (
    <div className="verification">
      <Button loading={busy(making.isPending)} onClick={() => making.mutate()}>
        {m.checkpoint_make()}
      </Button>{" "}
      <Button loading={busy(accepting.isPending)} onClick={() => file.current?.click()}>
        {m.countersignature_upload()}
      </Button>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={m.countersignature_upload()}
        onChange={(event) => {
          const [chosen] = Array.from(event.target.files ?? []);
          if (chosen !== undefined) accepting.mutate(chosen);
        }}
      />
      {making.error === null ? null : <Failure error={making.error} />}
      {refusals.length > 0 ? (
        <Refusals refusals={refusals} />
      ) : accepting.error === null ? null : (
        <Failure error={accepting.error} />
      )}
      <output>
        {unreadable ? <Alert type="error" showIcon title={m.checkpoint_unreadable()} /> : null}
        {accepting.data == null ? null : (
          <Alert
            type="success"
            showIcon
            title={
              accepting.data.added === 0
                ? m.countersignatures_known()
                : m.countersignatures_added({ count: accepting.data.added })
            }
          />
        )}
      </output>
    </div>
  );
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
