// 权限表: what holds today, what waits for confirmation, and every earlier version.
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { App, Button, Input, Tag } from "antd";
import { useState } from "react";
import type { AuthorityVersion } from "../../contract/authority.ts";
import { contract } from "#server/contract/contract.ts";
import { procedureOf } from "#law/procedure/procedures.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { api, client, queries } from "#web/client.ts";
import { named } from "#web/language.ts";
import { useLaw } from "#web/law.ts";
import { newKey } from "#web/idempotency-key.ts";
import { m } from "#web/paraglide/messages.js";
import { CitationBlock } from "#web/law/citation.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { minuteOf } from "#web/frame/instant.ts";
import { LinkButton } from "#web/frame/link-button.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";
import { rowsOfPack } from "./authority-rows.ts";
import { AuthorityTable } from "./authority-table.tsx";
import "./authority.css";

export function Authority() {
  const law = useLaw();
  const me = useMe();
  const { data: versions } = useSuspenseQuery(api.authority.list.queryOptions());
  const cite = procedureOf(law, "competence", me.today);
  const holding = versionInForce(versions, me.today);
  const states = versions.map((version) => ({ version, state: stateOf(version, holding, me.today) }));
  const order = ["waiting", "holds", "later", "earlier", "refused"] as const;
  return (
    <>
      <PageHeader
        title={m.menu_authority()}
        beside={
          mayUse(me, accessOf(contract.authority.enter)) ? (
            <LinkButton to="/authority/new" primary>
              {m.authority_new()}
            </LinkButton>
          ) : null
        }
      >
        <p className="page-subtitle">{m.authority_intro()}</p>
      </PageHeader>
      {cite === null ? null : <CitationBlock citation={cite} />}
      {order.flatMap((wanted) =>
        states
          .filter(({ state }) => state === wanted)
          .map(({ version, state }) => <Version key={version.versionId} version={version} state={state} />),
      )}
      <details className="authority-version" open={holding === null}>
        <summary>
          {m.authority_pack()} {holding === null ? <Tag color="blue">{m.authority_holds()}</Tag> : null}
        </summary>
        <AuthorityTable rows={rowsOfPack(law)} quorums={[]} law={law} />
      </details>
    </>
  );
}

type State = "waiting" | "holds" | "later" | "earlier" | "refused";
const stateNames = {
  waiting: m.authority_waiting,
  holds: m.authority_holds,
  later: m.authority_later,
  earlier: m.authority_earlier,
  refused: m.authority_refused,
} as const satisfies Record<State, () => string>;

function Version({ version, state }: { version: AuthorityVersion; state: State }) {
  const law = useLaw();
  const me = useMe();
  const confirms =
    state === "waiting" &&
    ![me.accountId, ...me.kinAccountIds].includes(version.enteredBy) &&
    mayUse(me, accessOf(contract.authority.confirm));
  return (
    <details className="authority-version" open={state === "waiting" || state === "holds"}>
      <summary>
        {named(m.authority_valid_from(), version.validFrom)} · {version.documentNumber}{" "}
        <Tag color={state === "holds" ? "blue" : "default"}>{stateNames[state]()}</Tag>
      </summary>
      <p className="quiet">
        {m.authority_entered({ name: version.enteredByName, at: minuteOf(version.enteredAt) })}
        {version.confirmedByName === null || version.confirmedAt === null
          ? null
          : `；${m.authority_answered({ name: version.confirmedByName, at: minuteOf(version.confirmedAt) })}`}
        {version.reasons === null ? null : `；${version.reasons}`}
      </p>
      <AuthorityTable rows={version.rows} quorums={version.quorums} law={law} />
      {confirms ? <Confirmation versionId={version.versionId} /> : null}
    </details>
  );
}

function Confirmation({ versionId }: { versionId: string }) {
  const { message } = App.useApp();
  const [reasons, setReasons] = useState("");
  const answering = useMutation({
    mutationFn: (confirmed: boolean) =>
      client.authority.confirm({
        key: newKey(),
        versionId,
        confirmed,
        reasons: reasons.trim() === "" ? null : reasons.trim(),
      }),
    onSuccess: async () => {
      message.success(m.authority_answer_saved());
      await queries.invalidateQueries({ queryKey: api.authority.key() });
      await queries.invalidateQueries({ queryKey: api.regulation.key() });
    },
  });
  const refusals = refusalsOf(answering.error);
  return (
    <div>
      <label>
        {m.authority_refuse_reasons()}
        <Input value={reasons} maxLength={1000} onChange={(event) => setReasons(event.target.value)} />
      </label>
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      {answering.error !== null && refusals.length === 0 ? <Failure error={answering.error} /> : null}
      <div className="form-buttons">
        <Button type="primary" onClick={() => answering.mutate(true)}>
          {m.authority_confirm()}
        </Button>
        <Button onClick={() => answering.mutate(false)}>{m.authority_refuse()}</Button>
      </div>
    </div>
  );
}

/** Of the confirmed versions that have begun, the latest to begin, and of equals the one confirmed last. */
function versionInForce(versions: readonly AuthorityVersion[], today: string): string | null {
  const begun = versions
    .filter((one) => one.confirmed === true && one.validFrom <= today)
    .sort((a, b) => compare(a.validFrom, b.validFrom) || compare(a.confirmedAt ?? "", b.confirmedAt ?? ""));
  return begun.at(-1)?.versionId ?? null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function stateOf({ versionId, confirmed, validFrom }: AuthorityVersion, holding: string | null, today: string): State {
  if (confirmed === null) return "waiting";
  if (!confirmed) return "refused";
  if (versionId === holding) return "holds";
  return validFrom > today ? "later" : "earlier";
}
