// Two versions of a text compared: words, bars, readings, rules, and for who may see it what stored restrictions would change.
import { Alert, Select } from "antd";
import { contract } from "#server/contract/contract.ts";
import { differenceOf, isSame } from "#law/differ/difference.ts";
import type { Pack } from "#law/pack/pack.ts";
import { textOf } from "#web/language.ts";
import { usePackNamed, usePacks } from "#web/law.ts";
import type { Packs } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { PageHeader } from "#web/frame/page-header.tsx";
import { versionText } from "#web/law/version-text.ts";
import { useUrlState } from "#web/frame/url-state.ts";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";
import { Changes } from "./changes.tsx";
import { Effects } from "./effects.tsx";
import "#web/fields/labelled.css";
import "./difference.css";

export function Difference() {
  const packs = usePacks();
  const url = useUrlState();
  const all = [packs.regulation, ...packs.upper, ...packs.others];
  const chosen = (name: "before" | "after") => all.find(({ id }) => id === url.one(name))?.id ?? null;
  const [before, after] = [chosen("before"), chosen("after")];
  return (
    <>
      <PageHeader title={m.difference_title()} above={[{ name: m.menu_regulation(), to: "/regulation" }]}>
        <div className="form-row difference-choice">
          {(["before", "after"] as const).map((name) => (
            <div className="labelled" key={name}>
              <label htmlFor={`difference-${name}`}>
                {name === "before" ? m.difference_before() : m.difference_after()}
              </label>
              <Select
                id={`difference-${name}`}
                value={chosen(name)}
                onChange={(id: string) => url.set({ [name]: id })}
                options={all.map((one) => ({ value: one.id, label: nameIn(packs, one) }))}
              />
            </div>
          ))}
        </div>
      </PageHeader>
      {before === null || after === null ? (
        <p className="quiet">{m.difference_choose()}</p>
      ) : (
        <Compared key={`${before} ${after}`} before={before} after={after} />
      )}
    </>
  );
}

function Compared({ before, after }: { before: string; after: string }) {
  const { upper } = usePacks();
  const [was, is] = [usePackNamed(before), usePackNamed(after)];
  const me = useMe();
  if (was.layer !== is.layer) return <Alert type="warning" role="alert" title={m.difference_layers()} />;
  const difference = differenceOf(was, is, upper);
  return (
    <>
      <p>
        {versionText(was.validity)} → {versionText(is.validity)}
      </p>
      {isSame(difference) ? <p>{m.difference_same()}</p> : <Changes difference={difference} before={was} after={is} />}
      {mayUse(me, accessOf(contract.regulation.effects)) ? <Effects before={before} after={after} /> : null}
    </>
  );
}

function nameIn(
  { regulation }: Packs,
  { id, short, title }: Pick<Pack, "id" | "short"> & { title?: Pack["title"] },
): string {
  return id === regulation.id && title !== undefined ? textOf(title) : textOf(short);
}
