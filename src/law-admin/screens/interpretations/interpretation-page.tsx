// One interpretation: what was asked and answered, by whom, where it stands, what it changes; and the countersignature.
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Descriptions } from "antd";
import { useEffect } from "react";
import { Link, Navigate, useParams } from "react-router";
import { contract } from "#server/contract/contract.ts";
import { api } from "#web/client.ts";
import { textOf } from "#web/language.ts";
import { useInForce, useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { CitationBlock } from "#web/law/citation.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { minuteOf } from "#web/frame/instant.ts";
import { PageHeader } from "#web/frame/page-header.tsx";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";
import { normPath } from "../norms/norm-in.ts";
import { clauseCitation } from "./clause-citation.ts";
import { EffectTable } from "./effect-table.tsx";
import { effectWords } from "./effect-words.ts";
import { InterpretationState, stateOf } from "./interpretation-state.tsx";
import { SigningForm } from "./signing-form.tsx";
import { useEffectPages } from "./use-effect-pages.ts";

export function InterpretationPage() {
  const law = useLaw();
  const me = useMe();
  const { actsFor } = useInForce();
  const { interpretationId = "" } = useParams();
  const { data: one } = useSuspenseQuery(api.interpretations.get.queryOptions({ input: { interpretationId } }));
  const pages = useEffectPages();
  const sees = mayUse(me, accessOf(contract.interpretations.preview)) && one.effect.type !== "words";
  const { ask } = pages;
  useEffect(() => {
    if (sees) ask({ interpretationId });
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [interpretationId, sees, one.signature?.signedAt]);
  const { signature } = one;
  // A decision on a norm stands on the page of that norm.
  if (one.effect.type === "norm") return <Navigate replace to={normPath(one.effect.pack, one.effect.rule)} />;
  return (
    <>
      <PageHeader
        title={one.number}
        above={[{ name: m.menu_interpretations(), to: "/interpretations" }]}
        beside={<InterpretationState one={one} />}
      />
      <Descriptions
        bordered
        size="small"
        column={2}
        items={[
          { key: "on", label: m.interpretation_on(), children: one.on },
          { key: "from", label: m.interpretation_valid_from(), children: one.validFrom },
          { key: "question", label: m.interpretation_question(), children: one.question, span: 2 },
          { key: "text", label: m.interpretation_text(), children: one.text, span: 2 },
          { key: "effect", label: m.interpretation_effect(), children: effectWords(law, one.effect), span: 2 },
          {
            key: "entered",
            label: m.interpretation_entered_by(),
            children: by(one.enteredFor, one.enteredName, one.enteredAt),
          },
          {
            key: "signed",
            label: m.interpretation_signed_by(),
            children:
              signature === null
                ? m.interpretation_open()
                : `${by(signature.signedFor, signature.signedName, signature.signedAt)}${signature.reasons === "" ? "" : `：${signature.reasons}`}`,
          },
          ...(one.replaces === null
            ? []
            : [{ key: "replaces", label: m.interpretation_replaces(), children: <Other id={one.replaces} /> }]),
          ...(one.replacedBy === null
            ? []
            : [{ key: "replaced", label: m.interpretation_replaced_by(), children: <Other id={one.replacedBy} /> }]),
        ]}
      />
      <CitationBlock citation={clauseCitation(law, one.anchor)} />
      {one.effect.type === "reading" && one.effect.recompute ? <p>{m.interpretation_recompute()}</p> : null}
      {pages.error === null ? null : <Failure error={pages.error} retry={() => ask({ interpretationId })} />}
      {pages.shown === null ? null : (
        <EffectTable effect={pages.shown.effect} law={law} more={pages.more} busy={pages.busy} />
      )}
      {stateOf(one) === "open" && actsFor.length > 0 ? <SigningForm one={one} bodies={actsFor} law={law} /> : null}
    </>
  );

  function by(body: string, name: string, at: string): string {
    const known = law.vocabulary.bodies.find(({ id }) => id === body)?.name;
    return m.interpretation_by({ body: known === undefined ? body : textOf(known), name, at: minuteOf(at) });
  }
}

function Other({ id }: { id: string }) {
  const { data } = useQuery(api.interpretations.get.queryOptions({ input: { interpretationId: id } }));
  return <Link to={`/interpretations/${encodeURIComponent(id)}`}>{data?.number ?? id}</Link>;
}
