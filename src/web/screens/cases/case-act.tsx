// The form of one act on a case; where it cannot be done, the reasons stand in its place.
import { useParams } from "react-router";
import { actNames } from "#casework/act-names.ts";
import { refusalsOfStanding } from "#casework/decide.ts";
import { parseDay } from "#law/days.ts";
import { lawOn } from "#law/interpretation.ts";
import { caseForms } from "../../acts/forms.ts";
import { textOf } from "../../language.ts";
import { useLaw } from "../../law.ts";
import { m } from "../../paraglide/messages.js";
import { OthersHere } from "../../parts/others-here.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { Refusals } from "../../parts/refusals.tsx";
import { StageTag } from "../../parts/stage-tag.tsx";
import { useMatter } from "../../parts/use-matter.ts";
import { standingOf, useMe } from "../../session.tsx";
import { Missing } from "../missing/missing.tsx";

export function CaseAct() {
  const law = useLaw();
  const me = useMe();
  const { act = "" } = useParams();
  const { view, matter } = useMatter();
  if (matter.kind !== "case" || !isCaseAct(act)) return <Missing />;
  const Form = caseForms[act];
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

function isCaseAct(act: string): act is keyof typeof caseForms {
  return Object.keys(caseForms).includes(act);
}
