// One norm to decide: what our data take it to say, whom it would bar, what was decided on it and by whom, and the form to decide.
import { useSuspenseQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { useParams } from "react-router";
import { api } from "#web/client.ts";
import { textOf } from "#web/language.ts";
import { useInForce, useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { countText } from "#web/tables/count.ts";
import { PageHeader } from "#web/frame/page-header.tsx";
import { SigningForm } from "../interpretations/signing-form.tsx";
import { Missing } from "#web/frame/missing.tsx";
import { DecisionForm } from "./decision-form.tsx";
import { DecisionList } from "./decision-list.tsx";
import { NormFacts, NormPlace } from "./norm-facts.tsx";
import { normIn } from "./norm-in.ts";
import { NormState, openOf, standingOf } from "./norm-state.tsx";
import "./norm-page.css";

export function NormPage() {
  const law = useLaw();
  const { actsFor } = useInForce();
  const { pack = "", rule = "" } = useParams();
  const { data } = useSuspenseQuery(api.norms.list.queryOptions());
  const norm = normIn(law, pack, rule);
  const row = data.find((one) => one.pack === pack && one.rule === rule);
  if (norm === null || row === undefined) return <Missing />;
  const open = openOf(row.decisions);
  return (
    <>
      <PageHeader
        title={textOf(norm.pack.short)}
        above={[{ name: m.menu_norms(), to: "/norms" }]}
        beside={<NormState decisions={row.decisions} />}
      />
      <section className="norm-gist" aria-label={m.norm_gist()}>
        <NormPlace norm={norm} />
        <p>
          <strong>{m.norm_gist()}</strong> {textOf(norm.rule.summary)}{" "}
          <span className="layer">{m.norm_unverified()}</span>
        </p>
        <NormFacts norm={norm} />
        <p>{m.norm_would_bar_sentence({ count: countText(row.wouldBar) })}</p>
      </section>
      <DecisionList decisions={row.decisions} law={law} />
      {open !== null && actsFor.length > 0 ? <SigningForm one={open} bodies={actsFor} law={law} /> : null}
      {open === null && actsFor.length > 0 ? (
        <DecisionForm norm={norm} bodies={actsFor} standing={standingOf(row.decisions)} />
      ) : null}
      {actsFor.length === 0 && open === null && standingOf(row.decisions) === null ? (
        <Alert type="info" showIcon title={m.norm_decided_by_bodies()} />
      ) : null}
    </>
  );
}
