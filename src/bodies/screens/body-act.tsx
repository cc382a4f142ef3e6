// The form of one act on a leading body; where it cannot be done, the reasons stand in its place.
import { useParams } from "react-router";
import { bodyClause, refusalsOnBody } from "../rules/body-acts.ts";
import { bodyActIds, bodyActNames } from "../rules/body-names.ts";
import type { BodyActId } from "../rules/body-names.ts";
import { parseDay } from "#law/reckon/days.ts";
import { lawOn } from "#law/compile/interpretation.ts";
import { textOf } from "#web/language.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { CitationBlock } from "#web/law/citation.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { actorOf, useMe } from "#web/session.ts";
import { Missing } from "#web/frame/missing.tsx";
import { bodyForms } from "./body-forms.tsx";
import { useBody } from "./use-body.ts";

export function BodyAct() {
  const { act = "" } = useParams();
  return isBodyAct(act) ? <OneAct act={act} /> : <Missing />;
}

function OneAct({ act }: { act: BodyActId }) {
  const law = useLaw();
  const me = useMe();
  const { view, body } = useBody();
  const { organization } = view;
  const cite = bodyClause(law);
  const Fields = bodyForms[act];
  const refusals = refusalsOnBody(body, act, { ...view, law, actor: actorOf(me), today: me.today });
  return (
    <>
      <PageHeader
        title={textOf(bodyActNames[act])}
        above={[
          { name: m.menu_bodies(), to: "/bodies" },
          { name: organization.name, to: `/bodies/${encodeURIComponent(organization.id)}` },
        ]}
      />
      {cite === null ? null : <CitationBlock citation={cite} />}
      {refusals.length > 0 ? (
        <Refusals refusals={refusals} />
      ) : (
        <Fields act={act} law={lawOn(law, parseDay(me.today) ?? 0)} />
      )}
    </>
  );
}

function isBodyAct(act: string): act is BodyActId {
  const ids: readonly string[] = bodyActIds;
  return ids.includes(act);
}
