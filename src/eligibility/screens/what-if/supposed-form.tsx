// The form of what is supposed: a box for each measure and each sanction, the person, the question.
import { Button, Checkbox, InputNumber, Select } from "antd";
import type { Law } from "#law/compile/law.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { DayField } from "#web/fields/day-field.tsx";
import { LevelSelect } from "#web/fields/level-field.tsx";
import { Labelled } from "./labelled.tsx";
import type { Supposed, SupposedMeasure, SupposedSanction } from "./supposed.ts";
import "#web/fields/form-list.css";
import "./supposed-form.css";

type Props = { law: Law; supposed: Supposed; onChange: (changes: Partial<Supposed>) => void };

export function SupposedForm({ law, supposed, onChange }: Props) {
  const { measures, sanctions, consents, date } = supposed;
  return (
    <>
      {measures.map((one, index) => (
        <MeasureBox
          key={index}
          law={law}
          number={index + 1}
          measure={one}
          onChange={(changed) => onChange({ measures: measures.with(index, changed) })}
          onRemove={() => onChange({ measures: measures.toSpliced(index, 1) })}
        />
      ))}
      {sanctions.map((one, index) => (
        <SanctionBox
          key={index}
          law={law}
          number={index + 1}
          sanction={one}
          onChange={(changed) => onChange({ sanctions: sanctions.with(index, changed) })}
          onRemove={() => onChange({ sanctions: sanctions.toSpliced(index, 1) })}
        />
      ))}
      <p>
        <Button onClick={() => onChange({ measures: [...measures, { ...newMeasure(law), effective: date }] })}>
          {m.what_if_add_measure()}
        </Button>{" "}
        <Button onClick={() => onChange({ sanctions: [...sanctions, { ...newSanction(law), effective: date }] })}>
          {m.what_if_add_sanction()}
        </Button>{" "}
        <Button onClick={() => onChange({ consents: [...consents, date] })}>{m.what_if_add_consent()}</Button>
      </p>
      {consents.map((one, index) => (
        <Labelled key={index} label={m.what_if_consent({ number: index + 1 })}>
          {(id) => (
            <span className="what-if-removable">
              <DayField
                id={id}
                value={one}
                onChange={(day) => onChange({ consents: consents.with(index, day ?? "") })}
              />
              <Button onClick={() => onChange({ consents: consents.toSpliced(index, 1) })}>{m.remove()}</Button>
            </span>
          )}
        </Labelled>
      ))}
      <PersonAndQuestion law={law} supposed={supposed} onChange={onChange} />
    </>
  );
}

function PersonAndQuestion({ law, supposed, onChange }: Props) {
  return (
    <fieldset className="form-list">
      <legend>{m.what_if_question()}</legend>
      <div className="what-if-fields">
        <Labelled label={m.what_if_on()}>
          {(id) => (
            <DayField id={id} value={supposed.date} onChange={(day) => onChange({ date: day ?? supposed.date })} />
          )}
        </Labelled>
        <Labelled label={m.to_level()}>
          {(id) => (
            <LevelSelect
              id={id}
              law={law}
              value={supposed.toLevel === "" ? null : supposed.toLevel}
              onChange={(toLevel) => onChange({ toLevel: toLevel ?? "" })}
            />
          )}
        </Labelled>
        <Labelled label={m.what_if_present_level()}>
          {(id) => (
            <LevelSelect
              id={id}
              law={law}
              value={supposed.level === "" ? null : supposed.level}
              onChange={(level) => onChange({ level: level ?? "" })}
            />
          )}
        </Labelled>
        <Labelled label={m.party_member_label()}>
          {(id) => (
            <Select
              id={id}
              value={supposed.partyMember}
              onChange={(partyMember) => onChange({ partyMember })}
              options={[
                { value: "" as const, label: m.what_if_unknown() },
                { value: "yes" as const, label: m.yes() },
                { value: "no" as const, label: m.no() },
              ]}
            />
          )}
        </Labelled>
      </div>
      <Checkbox checked={supposed.open} onChange={(event) => onChange({ open: event.target.checked })}>
        {m.what_if_open()}
      </Checkbox>
      <Checkbox
        checked={supposed.historyIncomplete}
        onChange={(event) => onChange({ historyIncomplete: event.target.checked })}
      >
        {m.what_if_history_incomplete()}
      </Checkbox>
    </fieldset>
  );
}

type BoxProps<Record> = {
  law: Law;
  number: number;
  onChange: (changed: Record) => void;
  onRemove: () => void;
};

function MeasureBox({
  law,
  number,
  measure,
  onChange,
  onRemove,
}: BoxProps<SupposedMeasure> & { measure: SupposedMeasure }) {
  const { measures } = law.vocabulary;
  const known = measures.find((one) => one.id === measure.kind);
  const organizational = known?.class === "organizational";
  return (
    <fieldset className="form-list">
      <legend>{m.what_if_measure({ number })}</legend>
      <div className="what-if-fields">
        <Labelled label={m.what_if_kind()}>
          {(id) => (
            <Select
              id={id}
              value={measure.kind}
              onChange={(kind) => onChange({ ...measure, kind })}
              options={measures
                .filter((one) => one.subjects.includes("person"))
                .map((one) => ({ value: one.id, label: textOf(one.name) }))}
            />
          )}
        </Labelled>
        <Labelled label={m.what_if_effective()}>
          {(id) => (
            <DayField
              id={id}
              value={measure.effective}
              onChange={(day) => onChange({ ...measure, effective: day ?? "" })}
            />
          )}
        </Labelled>
        <Labelled label={m.what_if_decided()}>
          {(id) => (
            <DayField
              id={id}
              value={measure.decided}
              onChange={(day) => onChange({ ...measure, decided: day ?? "" })}
            />
          )}
        </Labelled>
        {organizational ? <OrganizationalFields law={law} measure={measure} onChange={onChange} /> : null}
      </div>
      <Button onClick={onRemove}>{m.remove()}</Button>
    </fieldset>
  );
}

/** Fields that only organizational measures have: handling, ground, level before and after. */
function OrganizationalFields({
  law,
  measure,
  onChange,
}: Pick<BoxProps<SupposedMeasure>, "law" | "onChange"> & { measure: SupposedMeasure }) {
  const { names } = law.vocabulary;
  return (
    <>
      <Labelled label={m.what_if_handling()}>
        {(id) => (
          <Select
            id={id}
            value={measure.handling}
            onChange={(handling) => onChange({ ...measure, handling })}
            options={(["handling", "adjustment"] as const).map((value) => ({
              value,
              label: textOf(names.handlings[value]),
            }))}
          />
        )}
      </Labelled>
      <Labelled label={m.what_if_ground()}>
        {(id) => (
          <Select
            id={id}
            value={measure.ground}
            onChange={(ground) => onChange({ ...measure, ground })}
            options={(["accountability", "unsuitable"] as const).map((value) => ({
              value,
              label: textOf(names.grounds[value]),
            }))}
          />
        )}
      </Labelled>
      <Labelled label={m.what_if_original_level()}>
        {(id) => (
          <LevelSelect
            id={id}
            law={law}
            value={measure.original === "" ? null : measure.original}
            onChange={(original) => onChange({ ...measure, original: original ?? "" })}
          />
        )}
      </Labelled>
      <Labelled label={m.what_if_reduced_level()}>
        {(id) => (
          <LevelSelect
            id={id}
            law={law}
            value={measure.reduced === "" ? null : measure.reduced}
            onChange={(reduced) => onChange({ ...measure, reduced: reduced ?? "" })}
          />
        )}
      </Labelled>
    </>
  );
}

function SanctionBox({
  law,
  number,
  sanction,
  onChange,
  onRemove,
}: BoxProps<SupposedSanction> & { sanction: SupposedSanction }) {
  const { sanctions } = law.vocabulary;
  const settable = sanctions.find((one) => one.id === sanction.kind)?.months ?? [];
  return (
    <fieldset className="form-list">
      <legend>{m.what_if_sanction({ number })}</legend>
      <div className="what-if-fields">
        <Labelled label={m.what_if_kind()}>
          {(id) => (
            <Select
              id={id}
              value={sanction.kind}
              onChange={(kind) => onChange({ ...sanction, kind })}
              options={sanctions.map((one) => ({ value: one.id, label: textOf(one.name) }))}
            />
          )}
        </Labelled>
        <Labelled label={m.what_if_effective()}>
          {(id) => (
            <DayField
              id={id}
              value={sanction.effective}
              onChange={(day) => onChange({ ...sanction, effective: day ?? "" })}
            />
          )}
        </Labelled>
        <Labelled label={m.what_if_months()}>
          {(id) => (
            <InputNumber
              id={id}
              min={1}
              max={120}
              precision={0}
              value={sanction.months === "" ? null : Number(sanction.months)}
              onChange={(months) => onChange({ ...sanction, months: months === null ? "" : String(months) })}
            />
          )}
        </Labelled>
        {settable.length === 0 ? null : (
          <Labelled label={m.what_if_restored()}>
            {(id) => (
              <DayField
                id={id}
                value={sanction.restored}
                onChange={(day) => onChange({ ...sanction, restored: day ?? "" })}
              />
            )}
          </Labelled>
        )}
      </div>
      <Button onClick={onRemove}>{m.remove()}</Button>
    </fieldset>
  );
}

function newMeasure(law: Law): SupposedMeasure {
  const first = law.vocabulary.measures.find((one) => one.class === "organizational");
  return {
    kind: first?.id ?? "",
    effective: "",
    decided: "",
    handling: "handling",
    original: "",
    reduced: "",
    ground: "accountability",
  };
}

function newSanction(law: Law): SupposedSanction {
  return { kind: law.vocabulary.sanctions[0]?.id ?? "", effective: "", months: "", restored: "" };
}
