// Checking every chain of the log from its first entry to its last, and the result.
import { useMutation, useQuery } from "@tanstack/react-query";
import { Alert, Button, Progress } from "antd";
import { useState } from "react";
import { api, client } from "#web/client.ts";
import { m } from "#web/paraglide/messages.js";
import { Failure } from "#web/frame/failure.tsx";
import { busy } from "#web/frame/busy.tsx";
import { named } from "#web/language.ts";
import "./verification.css";

export function Verification() {
  const [stop, setStop] = useState<AbortController | null>(null);
  const verifying = useMutation({
    mutationFn: () => {
      const begun = new AbortController();
      setStop(begun);
      return client.log.verify(undefined, { signal: begun.signal });
    },
  });
  const { data } = verifying;
  const error = stop?.signal.aborted === true ? null : verifying.error;
  return (
    <section className="verification" aria-label={m.log_verify()}>
      <Button loading={busy(verifying.isPending)} onClick={() => verifying.mutate()}>
        {m.log_verify()}
      </Button>
      {verifying.isPending ? <UnderWay onStop={() => stop?.abort()} /> : null}
      {error === null ? null : <Failure error={error} />}
      {data === undefined ? null : (
        <output>
          <Alert
            showIcon
            type={data.faults.length === 0 ? "success" : "error"}
            title={
              data.faults.length === 0
                ? m.log_whole({ chains: data.chains, entries: data.entries })
                : m.log_broken({ faults: data.faults.length, entries: data.entries })
            }
            description={
              data.faults.length === 0 ? (
                m.log_covered({ checkpoints: data.checkpoints, covered: data.covered })
              ) : (
                <ul>
                  {data.faults.map((fault, index) => (
                    <li key={index}>{named(`${fault.chain} #${fault.seq}`, fault.what)}</li>
                  ))}
                </ul>
              )
            }
          />
        </output>
      )}
    </section>
  );
}

/** How far it is, asked for once a second. */
function UnderWay({ onStop }: { onStop: () => void }) {
  const { data } = useQuery(api.log.verification.queryOptions({ refetchInterval: 1000, staleTime: 0 }));
  const percent = data == null || data.of === 0 ? 0 : Math.floor((data.read / data.of) * 100);
  return (
    <>
      {" "}
      <Button onClick={onStop}>{m.log_verify_cancel()}</Button>
      <Progress percent={percent} aria-label={m.log_verify()} format={() => m.log_verifying({ percent })} />
    </>
  );
}
