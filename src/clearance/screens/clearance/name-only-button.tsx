// Lines in which a name fits exactly one person and no unit or number says otherwise, taken as meant, all of the page at once.
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import type { ClearanceLineView } from "../../contract/clearance.ts";
import { api, client, queries } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { Failure } from "#web/frame/failure.tsx";

export function NameOnlyButton({ requestId, lines }: { requestId: string; lines: readonly ClearanceLineView[] }) {
  // A unit that is not the one on record is looked at one by one.
  const meant = lines.flatMap(({ line, kind, unit, choice, registry: [person] }) =>
    kind === "name-only" && unit === "" && choice === null && person !== undefined
      ? [{ line, personId: person.personId }]
      : [],
  );
  const choosing = useMutation({
    mutationFn: () => client.clearance.choose({ requestId, key: newKey(), choices: meant }),
    onSuccess: () => queries.invalidateQueries({ queryKey: api.clearance.key() }),
  });
  if (meant.length === 0) return null;
  return (
    <p>
      <Button loading={busy(choosing.isPending)} onClick={() => choosing.mutate()}>
        {m.take_name_only({ count: meant.length })}
      </Button>
      {choosing.error === null ? null : <Failure error={choosing.error} />}
    </p>
  );
}
