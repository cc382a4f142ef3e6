// Whether measures may be given: the law's refusals, put to one subject of one case.
import { parseDay } from "#law/days.ts";
import { measuresOf } from "#law/measures.ts";
import { refusalsOfOutcome } from "#law/outcome.ts";
import type { Refusal } from "#law/refusal.ts";
import { refusal } from "./act.ts";
import type { Context } from "./act.ts";
import type { Case, SubjectFile } from "./case.ts";
import type { Gravity, Handling } from "./events.ts";

/** `body` is null in a proposal: a proposal goes to whichever body is competent. */
type Asked = {
  gravity: Gravity; strongReaction: boolean; vileInfluence: boolean; measures: string[]; handling: Handling; handlingReasons: string | null;
  body: string | null; on: string; originalLevel?: string | null; reducedLevel?: string | null; appliedOn?: string | null;
};

export function refusalsOfMeasures(state: Case, file: SubjectFile, asked: Asked, context: Context, field: string): Refusal[] {
  const { subject } = file;
  const facts = state.facts.filter((fact) => file.limbs.some((limb) => limb.factIds.includes(fact.factId)));
  const from = facts.map((fact) => fact.from).sort()[0] ?? asked.on;
  const to = facts.map((fact) => fact.to).sort().at(-1) ?? asked.on;
  const refusals = refusalsOfOutcome(context.law, {
    subject: { kind: subject.kind, managedBy: subject.managedBy, partyMember: subject.partyMember, inScope: subject.inScope },
    gravity: asked.gravity, strongReaction: asked.strongReaction, vileInfluence: asked.vileInfluence, measures: asked.measures,
    handling: asked.handling, handlingReasons: asked.handlingReasons, body: asked.body,
    conduct: { from: dayOf(from), to: dayOf(to), continuing: facts.some((fact) => fact.continuing) }, decidedOn: dayOf(asked.on),
  }).map((one) => ({ ...one, field, message: { zh: `${subject.name}：${one.message.zh}`, en: `${subject.name}: ${one.message.en}` } }));
  return [...refusals, ...refusalsOfLevels(file, asked, context, field)];
}

/** In a decision, each measure brings what its restrictions are measured against: original level, reduced level, own application. */
function refusalsOfLevels(file: SubjectFile, asked: Asked, context: Context, field: string): Refusal[] {
  if (asked.body === null) return [];
  const chosen = measuresOf(context.law).filter((measure) => asked.measures.includes(measure.id));
  const needs = (what: "originalLevel" | "reducedLevel" | "application") => chosen.find((measure) => measure.needs.includes(what));
  const missing: Refusal[] = [];
  const original = needs("originalLevel");
  if (original !== undefined && !asked.originalLevel) missing.push(refusal(context, "original-level-missing", `${file.subject.name}：“${original.name.zh}”须写明原职务层次`, `${file.subject.name}: “${original.name.en}” needs the original level`, original.cite, field));
  const reduced = needs("reducedLevel");
  if (reduced !== undefined && !asked.reducedLevel) missing.push(refusal(context, "reduced-level-missing", `${file.subject.name}：“${reduced.name.zh}”须写明降职后的层次`, `${file.subject.name}: “${reduced.name.en}” needs the reduced level`, reduced.cite, field));
  const application = needs("application");
  if (application !== undefined && !asked.appliedOn) missing.push(refusal(context, "application-missing", `${file.subject.name}：“${application.name.zh}”须由本人提出申请，请填写申请日期`, `${file.subject.name}: “${application.name.en}” starts from the person's own application; give its day`, application.cite, field));
  return missing;
}

function dayOf(iso: string): number {
  const day = parseDay(iso);
  if (day === null) throw new Error(`${iso} passed the schema but is no day`);
  return day;
}
