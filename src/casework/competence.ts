// Whether measures may be given: the law's refusals, put to one subject of one case.
import { parseDay } from "#law/days.ts";
import { refusalsOfOutcome } from "#law/outcome.ts";
import { requirementsOf } from "#law/requirements.ts";
import type { Refusal } from "#law/refusal.ts";
import { refusal } from "./act.ts";
import type { Context } from "./act.ts";
import type { Case, SubjectFile } from "./case.ts";
import type { Gravity, Handling } from "./events.ts";

/** `body` is null in a proposal: a proposal goes to whichever body is competent. */
type Asked = {
  gravity: Gravity;
  strongReaction: boolean;
  vileInfluence: boolean;
  measures: string[];
  handling: Handling;
  handlingReasons: string | null;
  body: string | null;
  on: string;
  originalLevel?: string | null;
  reducedLevel?: string | null;
  appliedOn?: string | null;
};

export function refusalsOfMeasures(
  state: Case,
  file: SubjectFile,
  asked: Asked,
  context: Context,
  field: string,
): Refusal[] {
  const { subject } = file;
  const facts = state.facts.filter((fact) => file.limbs.some((limb) => limb.factIds.includes(fact.factId)));
  const from = facts.map((fact) => fact.from).sort()[0] ?? asked.on;
  const to =
    facts
      .map((fact) => fact.to)
      .sort()
      .at(-1) ?? asked.on;
  const refusals = refusalsOfOutcome(context.law, {
    subject: {
      kind: subject.kind,
      managedBy: subject.managedBy,
      partyMember: subject.partyMember,
      inScope: subject.inScope,
    },
    gravity: asked.gravity,
    strongReaction: asked.strongReaction,
    vileInfluence: asked.vileInfluence,
    measures: asked.measures,
    handling: asked.handling,
    handlingReasons: asked.handlingReasons,
    body: asked.body,
    conduct: { from: dayOf(from), to: dayOf(to), continuing: facts.some((fact) => fact.continuing) },
    decidedOn: dayOf(asked.on),
  }).map((one) => ({
    ...one,
    field,
    message: { zh: `${subject.name}：${one.message.zh}`, en: `${subject.name}: ${one.message.en}` },
  }));
  return [...refusals, ...refusalsOfLevels(file, asked, context, field)];
}

/** In a decision, each measure brings what its restrictions are measured against: original level, reduced level, own application. */
function refusalsOfLevels(file: SubjectFile, asked: Asked, context: Context, field: string): Refusal[] {
  if (asked.body === null) return [];
  const required = requirementsOf(context.law, asked.measures);
  const { name } = file.subject;
  return required.flatMap(({ what, name: measure, cite }) => {
    if (what === "originalLevel" && !asked.originalLevel)
      return [
        refusal(
          context,
          "original-level-missing",
          `${name}：“${measure.zh}”须写明原职务层次`,
          `${name}: “${measure.en}” needs the original level`,
          cite,
          field,
        ),
      ];
    if (what === "reducedLevel" && !asked.reducedLevel)
      return [
        refusal(
          context,
          "reduced-level-missing",
          `${name}：“${measure.zh}”须写明降职后的层次`,
          `${name}: “${measure.en}” needs the reduced level`,
          cite,
          field,
        ),
      ];
    if (what === "application" && !asked.appliedOn)
      return [
        refusal(
          context,
          "application-missing",
          `${name}：“${measure.zh}”须由本人提出申请，请填写申请日期`,
          `${name}: “${measure.en}” starts from the person's own application; give its day`,
          cite,
          field,
        ),
      ];
    return [];
  });
}

function dayOf(iso: string): number {
  const day = parseDay(iso);
  if (day === null) throw new Error(`${iso} passed the schema but is no day`);
  return day;
}
