// The form of one act on a lead.
import { useParams } from "react-router";
import { actNames, isActIn } from "#casework/acts.ts";
import { refusalsOfStanding } from "#casework/decide.ts";
import { forms } from "#web/acts/forms.tsx";
import { textOf } from "#web/language.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { PageHeader } from "#web/frame/page-header.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { useMatter } from "#web/matter/use-matter.ts";
import { standingOf, useMe } from "#web/session.ts";
import { Missing } from "#web/frame/missing.tsx";

export function LeadAct() {
  const law = useLaw();
  const me = useMe();
  const { act = "" } = useParams();
  const { matter } = useMatter();
  if (matter.kind !== "lead" || !isActIn("lead", act)) return <Missing />;
  const { form: Form } = forms[act];
  const refusals = refusalsOfStanding(standingOf(law, me), matter, act);
  return (
    <>
      <PageHeader
        title={textOf(actNames[act])}
        above={[
          { name: m.menu_leads(), to: "/leads" },
          { name: matter.number, to: `/leads/${encodeURIComponent(matter.id)}` },
        ]}
      >
        <p className="long-text">{matter.summary}</p>
      </PageHeader>
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : <Form matter={matter} law={law} />}
    </>
  );
}
