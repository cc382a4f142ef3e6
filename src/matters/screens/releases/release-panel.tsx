// Words of a matter that wait before other offices read them: how many, to the group; and to whoever may be shown a protected name, which.
import { useMutation, useQuery } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useState } from "react";
import { contract } from "#server/contract/contract.ts";
import { actNames } from "#casework/acts.ts";
import type { MatterView } from "../../contract/matters.ts";
import type { WaitingText } from "../../contract/releases.ts";
import { api, client, queries } from "#web/client.ts";
import { Failure } from "#web/frame/failure.tsx";
import { minuteOf } from "#web/frame/instant.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";
import "#web/frame/fold.css";

export function ReleasePanel({ view }: { view: MatterView }) {
  const [open, setOpen] = useState(false);
  const me = useMe();
  if (view.waiting.length === 0) return null;
  const note = m.release_waiting({ count: view.waiting.length });
  if (!mayUse(me, accessOf(contract.releases.texts))) return <p className="quiet">{note}</p>;
  return (
    <section aria-label={m.release_texts()}>
      <details id="release" className="fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <h2>{m.release_texts()}</h2> <span className="quiet">{note}</span>
        </summary>
        {open ? <Texts matterId={view.matterId} /> : null}
      </details>
    </section>
  );
}

function Texts({ matterId }: { matterId: string }) {
  const { data, error, refetch } = useQuery(api.releases.texts.queryOptions({ input: { matterId } }));
  const [key, setKey] = useState(() => crypto.randomUUID());
  const releasing = useMutation({
    mutationFn: (seqs: number[]) => client.releases.release({ matterId, key, seqs }),
    onSuccess: () => setKey(crypto.randomUUID()),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: api.releases.key() }),
        queries.invalidateQueries({ queryKey: api.matters.key() }),
      ]),
  });
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  const texts = data?.texts ?? [];
  const free = texts.filter(({ named, own }) => !named && !own).map(({ seq }) => seq);
  return (
    <>
      <p className="quiet">{m.release_note()}</p>
      {releasing.error === null ? null : <Failure error={releasing.error} />}
      <ul>
        {texts.map((text) => (
          <Waiting key={text.seq} text={text} />
        ))}
      </ul>
      {free.length === 0 ? null : (
        <Button type="primary" loading={releasing.isPending} onClick={() => releasing.mutate(free)}>
          {m.release_all({ count: free.length })}
        </Button>
      )}
    </>
  );
}

function Waiting({ text }: { text: WaitingText }) {
  const { act, actorName, at, words, named, own } = text;
  return (
    <li>
      <p>
        <time dateTime={at}>{minuteOf(at)}</time> <strong>{textOf(actNames[act])}</strong> {actorName}
      </p>
      {words.map((one, index) => (
        // Words of one act, in their order.
        <p key={index} className="long-text">
          {one}
        </p>
      ))}
      {named ? <Alert type="error" showIcon title={m.release_named()} /> : null}
      {own ? <p className="quiet">{m.release_own()}</p> : null}
    </li>
  );
}
