// The article's own words, in which each circumstance can be chosen by its words and the chosen one is marked.
import { useEffect, useRef } from "react";
import { clausesOf } from "#law/text/clauses.ts";
import { circumstancesOf } from "#law/procedure/circumstances.ts";
import { Link, useSearchParams } from "react-router";
import type { Circumstance } from "#law/procedure/circumstances.ts";
import type { Law } from "#law/compile/law.ts";
import { textOf } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { segmentsOf } from "./segments.ts";
import "./circumstance-text.css";

export function CircumstanceText({
  law,
  chosen,
  onChoose,
}: {
  law: Law;
  chosen: string | undefined;
  onChoose: (circumstance: string) => void;
}) {
  const circumstances = circumstancesOf(law);
  const [parameters] = useSearchParams();
  const mark = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    mark.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const clauses = clausesOf(law.regulation).filter((clause) =>
    circumstances.some(
      (circumstance) => circumstance.cite.at === clause.at || circumstance.cite.at.startsWith(`${clause.at}.`),
    ),
  );
  return (
    <section className="circumstance-text" aria-label={m.circumstance_text_label()}>
      {clauses.map((clause) => {
        const here = circumstances.filter((circumstance) => circumstance.cite.at === clause.at);
        return (
          <p key={clause.at} lang="zh-CN" className={clause.role}>
            {segmentsOf(
              clause.text,
              clause.claims.flatMap(({ id, pieces }) => pieces.map((quote) => ({ id, quote }))),
            ).map((segment, index) => {
              const circumstance = here.find(({ id }) => segment.ids.includes(id));
              if (circumstance === undefined) return <span key={index}>{segment.text}</span>;
              return (
                <Link
                  key={index}
                  ref={circumstance.id === chosen ? mark : undefined}
                  to={{ search: withCircumstance(parameters, circumstance.id) }}
                  replace
                  preventScrollReset
                  aria-current={circumstance.id === chosen}
                  title={circumstanceLabel(circumstance)}
                  onClick={() => onChoose(circumstance.id)}
                >
                  {segment.text}
                </Link>
              );
            })}
          </p>
        );
      })}
    </section>
  );
}

function withCircumstance(parameters: URLSearchParams, circumstance: string): string {
  const changed = new URLSearchParams(parameters);
  changed.set("circumstance", circumstance);
  return changed.toString();
}

export function circumstanceLabel(circumstance: Circumstance): string {
  return `${circumstance.id} ${textOf(circumstance.name)}`;
}

export function circumstanceName(law: Law, id: string): string {
  const circumstance = circumstancesOf(law).find((one) => one.id === id);
  return circumstance === undefined ? id : circumstanceLabel(circumstance);
}
