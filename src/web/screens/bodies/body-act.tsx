// The form of one act on a leading body; where it cannot be done, the reasons stand in its place.
import { useParams } from "react-router";
import { bodyClause, refusalsOnBody } from "#casework/body-acts.ts";
import { bodyActIds, bodyActNames } from "#casework/body-names.ts";
import type { BodyActId } from "#casework/body-names.ts";
import { parseDay } from "#law/days.ts";
import { lawOn } from "#law/interpretation.ts";
import { textOf } from "../../language.ts";
import { useLaw } from "../../law.ts";
import { m } from "../../paraglide/messages.js";
import { CitationBlock } from "../../parts/citation.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { Refusals } from "../../parts/refusals.tsx";
import { actorOf, useMe } from "../../session.tsx";
import { Missing } from "../missing/missing.tsx";
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
