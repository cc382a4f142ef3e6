// The text and the rules side by side: each clause, what the software does with it, and the words it rests on. It prints.
import { useEffect } from "react";
import { Button } from "antd";
import { Link, useLocation, useParams } from "react-router";
import { clausesOf } from "#law/clauses.ts";
import type { Pack } from "#law/pack.ts";
import { textOf } from "../../language.ts";
import { usePackNamed, usePacks } from "../../law.ts";
import { m } from "../../paraglide/messages.js";
import { LinkButton } from "../../parts/link-button.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { Missing } from "../missing/missing.tsx";
import { ClauseRow } from "./clause-row.tsx";
import { Coverage } from "./coverage.tsx";
import { LimbList } from "./limb-list.tsx";
import { PackList } from "./pack-list.tsx";

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
      {main ? <Readings packs={packs} /> : null}
      {main ? <LimbList /> : null}
    </>
  );
}

/** What the text leaves open, and how it is read here. */
function Readings({ packs: { regulation, settings } }: { packs: ReturnType<typeof usePacks> }) {
  if (regulation.settings.length === 0) return null;
  return (
    <section aria-label={m.readings()}>
      <h2 id="readings">{m.readings()}</h2>
      <table className="clauses readings">
        <thead>
          <tr>
            <th scope="col">{m.reading_question()}</th>
            <th scope="col">{m.reading_options()}</th>
          </tr>
        </thead>
        <tbody>
          {regulation.settings.map(({ name, question, cite, options, default: usual }) => (
            <tr key={name}>
              <td>
                {textOf(question)}{" "}
                <Link to={`/regulation/${regulation.id}#${cite}`}>{placeName(regulation, cite)}</Link>{" "}
                <code>{name}</code>
              </td>
              <td>
                <ul className="plain-list">
                  {Object.entries(options).map(([option, meaning]) =>
                    option === (settings[name] ?? usual) ? (
                      <li key={option}>
                        <strong>{m.reading_in_force({ meaning: textOf(meaning) })}</strong>
                      </li>
                    ) : (
                      <li key={option}>
                        {textOf(meaning)} <Link to={`/what-if?reading=${name}:${option}`}>{m.reading_try()}</Link>
                      </li>
                    ),
                  )}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function placeName({ clauses }: Pack, cite: string): string {
  const label = clauses.find(({ at }) => at === cite)?.label;
  return label === undefined
    ? cite
    : textOf(label)
        .replace(/^《[^》]*》/u, "")
        .replace(/^.*, (?=Article)/u, "");
}
