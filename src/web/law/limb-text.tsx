// The article's own words, in which each circumstance can be chosen by its words and the chosen one is marked.
import { useEffect, useRef } from "react";
import { clausesOf } from "#law/text/clauses.ts";
import { limbsOf } from "#law/procedure/limbs.ts";
import { Link, useSearchParams } from "react-router";
import type { Limb } from "#law/procedure/limbs.ts";
import type { Law } from "#law/compile/law.ts";
import { textOf } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { segmentsOf } from "./segments.ts";

export function LimbText({
  law,
  chosen,
  onChoose,
}: {
  law: Law;
  chosen: string | undefined;
  onChoose: (limb: string) => void;
}) {
  const limbs = limbsOf(law);
  const [parameters] = useSearchParams();
  const mark = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    mark.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const clauses = clausesOf(law.regulation).filter((clause) =>
    limbs.some((limb) => limb.cite.at === clause.at || limb.cite.at.startsWith(`${clause.at}.`)),
  );
  return (
    <section className="limb-text" aria-label={m.limb_text_label()}>
      {clauses.map((clause) => {
        const here = limbs.filter((limb) => limb.cite.at === clause.at);
        return (
          <p key={clause.at} lang="zh-CN" className={clause.role}>
            {segmentsOf(
              clause.text,
              clause.claims.flatMap(({ id, pieces }) => pieces.map((quote) => ({ id, quote }))),
            ).map((segment, index) => {
              const limb = here.find(({ id }) => segment.ids.includes(id));
              if (limb === undefined) return <span key={index}>{segment.text}</span>;
              return (
                <Link
                  key={index}
                  ref={limb.id === chosen ? mark : undefined}
                  to={{ search: withLimb(parameters, limb.id) }}
                  replace
                  preventScrollReset
                  aria-current={limb.id === chosen}
                  title={limbLabel(limb)}
                  onClick={() => onChoose(limb.id)}
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

function withLimb(parameters: URLSearchParams, limb: string): string {
  const changed = new URLSearchParams(parameters);
  changed.set("limb", limb);
  return changed.toString();
}

export function limbLabel(limb: Limb): string {
  return `${limb.id} ${textOf(limb.name)}`;
}

export function limbName(law: Law, id: string): string {
  const limb = limbsOf(law).find((one) => one.id === id);
  return limb === undefined ? id : limbLabel(limb);
}
