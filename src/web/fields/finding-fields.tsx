// The gravity that people found, and the measures the text opens for it. Nothing here is chosen beforehand.
import { Alert, Checkbox, Form, Input, Radio } from "antd";
import type { PastAccountability } from "#casework/act.ts";
import { escalatedBy, escalationsFor } from "#casework/finding/escalated.ts";
import type { EscalationFound, Gravity, Handling } from "#casework/events.ts";
import type { SubjectFile } from "#casework/subject-file.ts";
import type { Subject } from "#casework/subject.ts";
import { competenceOf } from "#law/procedure/competence.ts";
import { parseDay } from "#law/reckon/days.ts";
import type { Law } from "#law/compile/law.ts";
import { areOrganizational, gravitiesOf, openMeasures } from "#law/procedure/measures.ts";
import { factorsOf } from "#law/procedure/modifiers.ts";
import type { NamedFactor } from "#law/procedure/modifiers.ts";
import type { Escalated, Measure, Tier } from "#law/procedure/measures.ts";
import { listed, textOf } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { useMe } from "../session.ts";
import { bodyName } from "./body-field.tsx";
import { ComparableCases } from "../matter/comparable-cases.tsx";
import { CitationBlock } from "../law/citation.tsx";
import { EscalationFields } from "./escalation-fields.tsx";
import { WordsField } from "./words-field.tsx";
import "./form-list.css";
import "./finding-fields.css";

export type FindingValues = {
  gravity: Gravity;
  gravityReasons: string;
  /** How each factor shows, by its id; empty where it was not found. */
  factors?: Record<string, string | undefined>;
  /** What was found on each clause that what went before calls up, by its rule. */
  escalations?: Record<string, { followed?: boolean; reasons?: string } | undefined>;
  strongReaction?: boolean;
  vileInfluence?: boolean;
  measures?: string[];
  /** Asked for where one of the measures is organizational; it says nothing of the others. */
  handling?: Handling;
  handlingReasons?: string | null;
};

const handlings: readonly Handling[] = ["handling", "adjustment"];

/** `at` is where the finding stands in the form, such as ["proposals", 0]. */
export function FindingFields({
  law,
  subject,
  at,
  comparable,
  before,
}: {
  law: Law;
  subject: Subject;
  at: (string | number)[];
  /** The case and its circumstances, by which earlier cases are found; without it none are shown. */
  comparable?: { matterId: string; circumstances: readonly string[] };
  /** What the case holds on the subject and what went before; without it no clause is called up by it. */
  before?: { file: SubjectFile; past: readonly PastAccountability[] };
}) {
  const form = Form.useFormInstance();
  const found = (Form.useWatch(at, form) ?? {}) as Partial<FindingValues>; // the form holds a finding at this place
  const { today } = useMe();
  const day = (Form.useWatch("on", form) as string | undefined) ?? today; // every form of findings has this day
  const called =
    before === undefined || parseDay(day) === null
      ? []
      : escalationsFor(law, before.file, before.past, { on: day, measures: found.measures ?? [] });
  const { handlings: handlingNames } = law.vocabulary.names;
  return (
    <>
      <GravityFields law={law} at={at} />
      {comparable === undefined || comparable.circumstances.length === 0 ? null : (
        <ComparableCases law={law} gravity={found.gravity ?? null} {...comparable} />
      )}
      <FactorFields law={law} at={at} />
      {found.gravity === undefined ? (
        <p className="quiet">{m.measures_after_gravity()}</p>
      ) : (
        <>
          <EscalationFields called={called} at={at} />
          <Measures
            law={law}
            subject={subject}
            at={at}
            found={{ ...found, gravity: found.gravity }}
            escalated={escalatedBy(called, escalationsIn(found))}
          />
        </>
      )}
      {areOrganizational(law, found.measures ?? []) ? (
        <>
          <Form.Item
            name={[...at, "handling"]}
            label={m.handling()}
            rules={[{ required: true }]}
            extra={m.handling_extra()}
          >
            <Radio.Group options={handlings.map((one) => ({ value: one, label: textOf(handlingNames[one]) }))} />
          </Form.Item>
          {found.handling === "adjustment" ? (
            <WordsField name={[...at, "handlingReasons"]} label={m.handling_reasons()} />
          ) : null}
        </>
      ) : null}
    </>
  );
}

type PlacedFields = { law: Law; at: (string | number)[] };

function GravityFields({ law, at }: PlacedFields) {
  const { gravities: names } = law.vocabulary.names;
  return (
    <>
      <Form.Item name={[...at, "gravity"]} label={m.gravity()} rules={[{ required: true }]} extra={m.gravity_extra()}>
        <Radio.Group options={gravitiesOf(law).map((one) => ({ value: one, label: textOf(names[one]) }))} />
      </Form.Item>
      <div className="form-row">
        <Form.Item name={[...at, "strongReaction"]} valuePropName="checked">
          <Checkbox>{m.strong_reaction()}</Checkbox>
        </Form.Item>
        <Form.Item name={[...at, "vileInfluence"]} valuePropName="checked">
          <Checkbox>{m.vile_influence()}</Checkbox>
        </Form.Item>
      </div>
      <WordsField name={[...at, "gravityReasons"]} label={m.gravity_reasons()} />
    </>
  );
}

function FactorFields({ law, at }: PlacedFields) {
  const { today } = useMe();
  return (
    <fieldset className="form-list">
      <legend>{m.factors()}</legend>
      {factorsOf(law, today).map((factor) => (
        <Form.Item
          key={factor.id}
          name={[...at, "factors", factor.id]}
          label={factorLabel(factor)}
          extra={textOf(factor.cite.label)}
        >
          <Input maxLength={200} />
        </Form.Item>
      ))}
    </fieldset>
  );
}

function factorLabel({ name, direction, cite }: NamedFactor): string {
  const said = { name: textOf(name) };
  return `${direction === "mitigate" ? m.factor_mitigate(said) : m.factor_aggravate(said)}${cite.unverified ? m.factor_unverified() : ""}`;
}

function Measures({
  law,
  subject,
  at,
  found,
  escalated,
}: {
  law: Law;
  subject: Subject;
  at: (string | number)[];
  found: Partial<FindingValues> & { gravity: Gravity };
  escalated: readonly Escalated[];
}) {
  const offer = openMeasures(law, {
    gravity: found.gravity,
    strongReaction: found.strongReaction ?? false,
    vileInfluence: found.vileInfluence ?? false,
    subject: subject.kind,
    escalated,
  });
  const chosen = found.measures ?? [];
  const offered = offer.tiers
    .flatMap(({ measures, additions }) => [
      ...measures,
      ...additions.filter(({ to }) => chosen.includes(to)).flatMap((one) => one.measures),
    ])
    .map(({ id }) => id);
  const stale = chosen.filter((id) => !offered.includes(id));
  return (
    <Form.Item label={m.measures()} name={[...at, "measures"]}>
      <MeasureChoice law={law} subject={subject} tiers={offer.tiers} stale={stale} />
    </Form.Item>
  );
}

type ChoiceProps = {
  law: Law;
  subject: Subject;
  tiers: readonly Tier[];
  stale: readonly string[];
  id?: string;
  value?: string[];
  onChange?: (measures: string[]) => void;
};

function MeasureChoice({ law, subject, tiers, stale, id, value = [], onChange }: ChoiceProps) {
  const { today } = useMe();
  const toggle = (measure: string, on: boolean) =>
    onChange?.(on ? [...value, measure] : value.filter((one) => one !== measure));
  const closed = law.vocabulary.measures.filter((measure) => stale.includes(measure.id));
  const choice = (measure: Measure) => (
    <Checkbox
      key={measure.id}
      checked={value.includes(measure.id)}
      onChange={(event) => toggle(measure.id, event.target.checked)}
    >
      {textOf(measure.name)} <span className="quiet">{decidersOf(law, subject, measure.id, today)}</span>
    </Checkbox>
  );
  return (
    <div id={id} className="measure-choice">
      {tiers.length === 0 ? <Alert type="info" title={m.measures_none_open()} /> : null}
      {tiers.map((tier) => (
        <fieldset key={tier.tier}>
          <legend>
            {tier.force === "shall" ? m.tier_shall() : m.tier_may()}
            {tier.circulation ? m.tier_circulation() : ""}
          </legend>
          {tier.measures.map(choice)}
          <CitationBlock citation={tier.cite} />
          {tier.additions
            .filter(({ to }) => value.includes(to))
            .map(({ to, measures, force, cite }) => {
              const measure = textOf(law.vocabulary.measures.find((one) => one.id === to)?.name ?? { zh: to, en: to });
              return (
                <fieldset key={`${to} ${cite.at}`}>
                  <legend>{force === "shall" ? m.addition_shall({ measure }) : m.addition_may({ measure })}</legend>
                  {measures.map(choice)}
                  <CitationBlock citation={cite} />
                </fieldset>
              );
            })}
        </fieldset>
      ))}
      {closed.length > 0 ? (
        <Alert
          type="warning"
          title={m.measures_now_closed()}
          description={closed.map((measure) => (
            <Checkbox key={measure.id} checked onChange={() => toggle(measure.id, false)}>
              {textOf(measure.name)}
            </Checkbox>
          ))}
        />
      ) : null}
    </div>
  );
}

function decidersOf(law: Law, subject: Subject, measure: string, today: string): string {
  const { decides } = competenceOf(law, { managedBy: subject.managedBy, measure, on: parseDay(today) });
  return m.decided_by({ bodies: listed(decides.map((body) => bodyName(law, body))) });
}

/** What an act takes, from what the fields hold. */
export function findingInput(law: Law, values: FindingValues) {
  const { gravity, gravityReasons, factors, strongReaction, vileInfluence, measures, handlingReasons } = values;
  const handling = areOrganizational(law, measures ?? []) ? (values.handling ?? "handling") : "handling";
  return {
    gravity,
    gravityReasons,
    factors: Object.entries(factors ?? {}).flatMap(([factor, how]) =>
      how === undefined || how.trim() === "" ? [] : [{ factor, how }],
    ),
    escalations: escalationsIn(values),
    strongReaction: strongReaction ?? false,
    vileInfluence: vileInfluence ?? false,
    measures: measures ?? [],
    handling,
    handlingReasons: handling === "adjustment" ? (handlingReasons ?? null) : null,
  };
}

/** What was found on each clause; one on which nothing was said is left out. */
function escalationsIn({ escalations }: Partial<FindingValues>): EscalationFound[] {
  return Object.entries(escalations ?? {}).flatMap(([rule, found]) =>
    found?.followed === undefined ? [] : [{ rule, followed: found.followed, reasons: found.reasons ?? "" }],
  );
}
