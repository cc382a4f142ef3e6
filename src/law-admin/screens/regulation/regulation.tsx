// The text and the rules side by side: each clause, what the software does with it, and the words it rests on. It prints.
import { useEffect } from "react";
import { Button } from "antd";
import { useLocation, useParams } from "react-router";
import { clausesOf } from "#law/text/clauses.ts";
import type { Pack } from "#law/pack/pack.ts";
import { textOf } from "#web/language.ts";
import { usePackNamed, usePacks } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { LinkButton } from "#web/frame/link-button.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { Missing } from "#web/frame/missing.tsx";
import { ClauseRow } from "./clause-row.tsx";
import { Coverage } from "./coverage.tsx";
import { CircumstanceList } from "./circumstance-list.tsx";
import { PackList } from "./pack-list.tsx";
import { Readings } from "./readings.tsx";
import "#web/tables/clauses.css";

export function Regulation() {
  const packs = usePacks();
  const { packId } = useParams();
  const inForce = [packs.regulation, ...packs.upper];
  const pack = packId === undefined ? packs.regulation : inForce.find((one) => one.id === packId);
  if (pack !== undefined) return <TextAndRules pack={pack} />;
  return packs.others.some(({ id }) => id === packId) ? <OtherPack packId={packId ?? ""} /> : <Missing />;
}

function OtherPack({ packId }: { packId: string }) {
  return <TextAndRules pack={usePackNamed(packId)} />;
}

function TextAndRules({ pack }: { pack: Pack }) {
  const packs = usePacks();
  const { hash } = useLocation();
  const at = decodeURIComponent(hash.slice(1));
  useEffect(() => {
    if (at !== "") document.getElementById(at)?.scrollIntoView({ block: "center" });
  }, [at, pack]);
  const { from, until } = pack.validity;
  const main = pack.id === packs.regulation.id;
  return (
    <>
      <PageHeader
        title={textOf(pack.title)}
        above={main ? [] : [{ name: m.menu_regulation(), to: "/regulation" }]}
        beside={
          <>
            {pack.number === null ? null : <span>{pack.number}</span>}
            <LinkButton to={`/regulation/difference?before=${pack.id}`}>{m.compare_versions()}</LinkButton>
            <Button onClick={() => window.print()}>{m.print()}</Button>
          </>
        }
      >
        <PackList packs={packs} current={pack.id} />
        <p>
          {until === null ? m.in_force_from({ from }) : m.in_force_span({ from, until })}
          {pack.summary ? ` ${m.pack_is_summary()}` : ""}
          {pack.role === "example" ? ` ${m.pack_is_example()}` : ""}
          {pack.validity.note === null ? "" : ` ${textOf(pack.validity.note)}`}
        </p>
        <Coverage pack={pack} />
      </PageHeader>
      <table className="clauses" aria-label={m.text_and_rules()}>
        <thead>
          <tr>
            <th scope="col">{m.text_column()}</th>
            <th scope="col">{m.rules_column()}</th>
          </tr>
        </thead>
        <tbody>
          {clausesOf(pack).map((clause, index) => (
            <ClauseRow
              key={index}
              clause={clause}
              pack={pack}
              packs={packs.upper}
              current={clause.at !== "" && clause.at === at}
            />
          ))}
        </tbody>
      </table>
      {main ? <Readings /> : null}
      {main ? <CircumstanceList /> : null}
    </>
  );
}
