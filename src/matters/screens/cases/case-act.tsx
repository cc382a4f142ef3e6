// The form of one act on a case; where it cannot be done, the reasons stand in its place.
import { useParams } from "react-router";
import { actNames, isActIn } from "#casework/acts.ts";
import { refusalsOfStanding } from "#casework/decide.ts";
import { parseDay } from "#law/reckon/days.ts";
import { lawOn } from "#law/compile/interpretation.ts";
import { forms } from "#web/acts/forms.tsx";
import { textOf } from "#web/language.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { OthersHere } from "#web/matter/others-here.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { StageTag } from "#web/matter/stage-tag.tsx";
import { useMatter } from "#web/matter/use-matter.ts";
import { standingOf, useMe } from "#web/session.ts";
import { Missing } from "#web/frame/missing.tsx";

export function CaseAct() {
  const law = useLaw();
  const me = useMe();
  const { act = "" } = useParams();
  const { view, matter } = useMatter();
  if (matter.kind !== "case" || !isActIn("case", act)) return <Missing />;
  const { form: Form } = forms[act];
  const refusals = refusalsOfStanding(standingOf(law, me), matter, act);
  return (
    <>
      <PageHeader
        title={textOf(actNames[act])}
        above={[
          { name: m.menu_cases(), to: "/cases" },
          { name: matter.number, to: `/cases/${encodeURIComponent(matter.id)}` },
        ]}
        beside={<StageTag stage={matter.stage} />}
      >
        <p className="page-subtitle">
          {matter.number} {matter.title}
        </p>
      </PageHeader>
      <OthersHere matterId={matter.id} act={act} />
      {refusals.length > 0 ? (
        <Refusals refusals={refusals} />
      ) : (
        <Form matter={matter} law={lawOn(law, parseDay(me.today) ?? 0)} past={view.past} />
      )}
    </>
  );
}
