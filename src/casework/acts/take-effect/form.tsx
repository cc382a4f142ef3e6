// 登记生效: from the effective date the periods run; what will be barred until when is shown beforehand.
import { Form } from "antd";
import type { Case } from "../../case.ts";
import { restrictionsOf } from "#law/reckon/consequences.ts";
import type { Restriction } from "#law/reckon/consequences.ts";
import { formatDay, parseDay } from "#law/reckon/days.ts";
import type { Law } from "#law/compile/law.ts";
import { m } from "#web/paraglide/messages.js";
import { CitationLink } from "#web/law/citation.tsx";
import { DayItem } from "#web/fields/day-item.tsx";
import { purposeName } from "#web/law/purpose-name.ts";
import { LevelSelect } from "#web/fields/level-field.tsx";
import { SubjectField, useFirstSubject } from "#web/fields/subject-field.tsx";
import { useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { CaseFormProps } from "#web/acts/forms.tsx";
import "./form.css";

type Values = {
  subjectId: string;
  effectiveOn: string;
  announcedOn: string;
  formalitiesOn: string | null;
  level: string | null;
};

export function TakeEffect({ matter, law }: CaseFormProps) {
  const [form] = Form.useForm<Values>();
  const { today } = useMe();
  const waiting = matter.subjects.filter((file) => file.outcome?.type === "accountable" && file.effect === null);
  const subjectId = Form.useWatch("subjectId", form);
  const effectiveOn = Form.useWatch("effectiveOn", form);
  const level = Form.useWatch("level", form);
  const file = waiting.find(({ subject }) => subject.id === subjectId);
  const announced = matter.decision?.on;
  return (
    <ActForm
      act="take-effect"
      matter={matter}
      form={form}
      initial={{
        subjectId: useFirstSubject(waiting),
        effectiveOn: announced,
        announcedOn: announced ?? today,
      }}
      inputOf={({ subjectId: chosen, effectiveOn: from, announcedOn, formalitiesOn, level: held }) => ({
        subjectId: chosen,
        effectiveOn: from,
        announcedOn,
        formalitiesOn: formalitiesOn ?? null,
        level: held ?? null,
      })}
    >
      <SubjectField files={waiting} />
      <div className="form-row">
        <DayItem name="effectiveOn" label={m.effective_on()} extra={m.effective_on_extra()} />
        <DayItem name="announcedOn" label={m.announced_on()} />
        <DayItem name="formalitiesOn" label={m.formalities_on()} required={false} />
      </div>
      {file?.subject.kind === "person" ? (
        <Form.Item name="level" label={m.level_on_effective()} extra={m.level_on_effective_extra()}>
          <LevelSelect law={law} />
        </Form.Item>
      ) : null}
      <Coming law={law} restrictions={comingRestrictions(law, matter, subjectId, effectiveOn, level ?? null)} />
    </ActForm>
  );
}

function Coming({ law, restrictions }: { law: Law; restrictions: readonly Restriction[] }) {
  if (restrictions.length === 0) return <p className="quiet">{m.no_restriction_comes()}</p>;
  return (
    <section className="coming" aria-label={m.restrictions_coming()}>
      <h2>{m.restrictions_coming()}</h2>
      <ul>
        {restrictions.map((one, index) => (
          <li key={index}>
            {m.barred_span({
              what: purposeName(law, one.bars),
              from: formatDay(one.from),
              until: formatDay(one.until),
            })}{" "}
            <CitationLink citation={one.cite} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function comingRestrictions(
  law: Law,
  matter: Case,
  subjectId: string | undefined,
  effectiveOn: string | undefined,
  level: string | null,
): Restriction[] {
  const file = matter.subjects.find((one) => one.subject.id === subjectId);
  const effective = typeof effectiveOn === "string" ? parseDay(effectiveOn) : null;
  const outcome = file?.outcome;
  if (file === undefined || file.subject.kind !== "person" || effective === null || outcome?.type !== "accountable")
    return [];
  return outcome.measures.flatMap((kind, index) =>
    restrictionsOf(
      law,
      {
        kind,
        decided: matter.decision === null ? null : parseDay(matter.decision.on),
        effective,
        handling: outcome.handling,
        originalLevel: outcome.originalLevel,
        presentLevel: level ?? file.subject.level,
        reducedLevel: outcome.reducedLevel,
        ground: "accountability",
      },
      index,
    ),
  );
}
