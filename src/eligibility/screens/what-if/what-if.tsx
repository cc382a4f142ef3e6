// 推演: measures, sanctions, days and levels that are only supposed; what they would bar, and what another reading would change.
import { Alert } from "antd";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { PageHeader } from "#web/frame/page-header.tsx";
import { useUrlState } from "#web/frame/url-state.ts";
import { useMe } from "#web/session.ts";
import { Outcome } from "./outcome.tsx";
import { ReadingChoice } from "./reading-choice.tsx";
import { SupposedForm } from "./supposed-form.tsx";
import { parametersOf, supposedIn } from "./supposed.ts";
import type { Supposed } from "./supposed.ts";
import "./what-if.css";

export function WhatIf() {
  const law = useLaw();
  const url = useUrlState();
  const supposed = supposedIn(url, law, useMe().today);
  const change = (changes: Partial<Supposed>) => url.set(parametersOf({ ...supposed, ...changes }));
  return (
    <>
      <PageHeader title={m.menu_what_if()} />
      <Alert type="info" showIcon title={m.what_if_nobody()} className="what-if-note" />
      <div className="what-if">
        <div className="what-if-form">
          <SupposedForm law={law} supposed={supposed} onChange={change} />
          <ReadingChoice law={law} readings={supposed.readings} onChange={(readings) => change({ readings })} />
        </div>
        <Outcome law={law} supposed={supposed} />
      </div>
    </>
  );
}
