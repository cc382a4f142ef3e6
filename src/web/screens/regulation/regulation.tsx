// The text and the rules side by side: each clause, what the software does with it, and the words it rests on.
import { useEffect } from "react";
import { Link, useLocation, useParams } from "react-router";
import { clausesOf } from "#law/clauses.ts";
import { textOf } from "../../language.ts";
import { usePacks } from "../../law.ts";
import { m } from "../../paraglide/messages.js";
import { PageHeader } from "../../parts/page-header.tsx";
import { Missing } from "../missing/missing.tsx";
import { ClauseRow } from "./clause-row.tsx";
import { LimbList } from "./limb-list.tsx";

export function Regulation() {
  const packs = usePacks();
  const { packId } = useParams();
  const { hash } = useLocation();
  const all = [packs.regulation, ...packs.upper];
  const pack = packId === undefined ? packs.regulation : all.find((one) => one.id === packId);
  const at = decodeURIComponent(hash.slice(1));
  useEffect(() => {
    if (at !== "") document.getElementById(at)?.scrollIntoView({ block: "center" });
  }, [at, pack]);
  if (pack === undefined) return <Missing />;
  return (
    <>
      <PageHeader
        title={textOf(pack.title)}
        above={
          packId === undefined || pack === packs.regulation ? [] : [{ name: m.menu_regulation(), to: "/regulation" }]
        }
        beside={pack.number}
      >
        <nav aria-label={m.packs_label()} className="packs">
          <ul>
            {all.map((one) => (
              <li key={one.id}>
                <Link to={`/regulation/${one.id}`} aria-current={one === pack ? "page" : undefined}>
                  {textOf(one.short)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <p>
          {pack.validity.until === null
            ? m.in_force_from({ from: pack.validity.from })
            : m.in_force_span({ from: pack.validity.from, until: pack.validity.until })}
          {pack.summary ? ` ${m.pack_is_summary()}` : ""}
        </p>
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
            <ClauseRow key={index} clause={clause} pack={pack.id} current={clause.at !== "" && clause.at === at} />
          ))}
        </tbody>
      </table>
      {pack === packs.regulation ? <LimbList /> : null}
    </>
  );
}
