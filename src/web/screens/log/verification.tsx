// Checking every chain of the log from its first entry to its last, and the result.
import { useMutation } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { client } from "../../client.ts";
import { m } from "../../paraglide/messages.js";
import { Failure } from "../../parts/failure.tsx";
import { busy } from "../../parts/busy.tsx";
import { named } from "../../language.ts";

export function Verification() {
  const verifying = useMutation({ mutationFn: () => client.log.verify() });
  const { data, error } = verifying;
  return (
    <section className="verification" aria-label={m.log_verify()}>
      <Button loading={busy(verifying.isPending)} onClick={() => verifying.mutate()}>
        {m.log_verify()}
      </Button>
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
              data.faults.length === 0 ? undefined : (
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
