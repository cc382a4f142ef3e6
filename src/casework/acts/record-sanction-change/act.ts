// Record what became of a sanction (登记处分的后续情况): rights restored, extended, revoked, or one period set for several equal ones.
import { z } from "zod";
import { formatDay } from "#law/reckon/days.ts";
import { restorationDue } from "#law/reckon/periods.ts";
import type { SanctionRecord } from "#law/reckon/records.ts";
import type { Refusal } from "#law/refusal.ts";
import { setPeriodBounds } from "#law/reckon/set-period.ts";
import { caseAct, happened, id, isoDay, refusal, refuseFuture, refused, shortWords } from "../../act.ts";
import type { Context } from "../../act.ts";
import { subjectFileOf } from "../../case.ts";
import type { Case } from "../../case.ts";
import type { SanctionChange } from "../../events.ts";
import { sanctionRecordOf } from "../../records.ts";
import type { RefusalCode } from "../../refusal-codes.ts";
import type { SanctionFile, SubjectFile } from "../../subject-file.ts";

const months = z.int().min(1, "至少1个月").max(120, "不超过120个月");

export const recordSanctionChange = caseAct({
  id: "record-sanction-change",
  names: { zh: "登记处分的后续情况", en: "Record what became of a sanction" },
  basis: "referral",
  input: z.strictObject({
    subjectId: id,
    /** Its place in the history. */
    sanction: z.int().positive(),
    change: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("restored"), on: isoDay }),
      z.strictObject({ kind: z.literal("extended"), months }),
      z.strictObject({ kind: z.literal("period-set"), months }),
      z.strictObject({ kind: z.literal("revoked"), on: isoDay }),
    ]),
    authority: shortWords,
    documentNumber: shortWords,
  }),
  lookUps: ({ subjectId }, { subjects }) => ({
    records: subjects.filter(({ subject }) => subject.id === subjectId).map(({ subject }) => subject.registryId),
  }),
  decide: (state, input, context) => {
    const found = sanctionIn(state, input);
    if (found === null)
      return refused(
        refuse(context, "no-such-sanction", "所选对象没有这项处分", "The subject has no such sanction", "sanction"),
      );
    const { change } = input;
    const refusals = [
      ...("on" in change ? refuseFuture(context, { "change.on": change.on }, null) : []),
      ...refusalsOfChange(found, { subjectId: input.subjectId, change }, context),
    ];
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "sanction-changed", ...input });
  },
});

type Found = { file: SubjectFile; sanction: SanctionFile };

function sanctionIn(state: Case, named: { subjectId: string; sanction: number }): Found | null {
  const file = subjectFileOf(state, named.subjectId);
  const sanction = file?.sanctions.find(({ seq }) => seq === named.sanction);
  return file === null || sanction === undefined ? null : { file, sanction };
}

/** What is wrong with the sanction as it would be recorded then. */
function refusalsOfChange(
  { file, sanction }: Found,
  { subjectId, change }: { subjectId: string; change: SanctionChange },
  context: Context<"records">,
): Refusal[] {
  const changed = { subjectId, sanction: sanction.seq, change, authority: "", documentNumber: "" };
  const record = sanctionRecordOf({ ...sanction, changes: [...sanction.changes, changed] }, file.subject);
  switch (change.kind) {
    case "restored":
    case "extended":
      return refusalsOfProbation(record, change, context);
    case "period-set":
      return refusalsOfSetPeriod(file, record, change.months, context);
    case "revoked": {
      if (change.on >= sanction.effective) return [];
      const zh = `撤销日期 ${change.on} 早于处分生效日期 ${sanction.effective}，请核对`;
      const en = `${change.on} is before the sanction took effect, ${sanction.effective}`;
      return [refuse(context, "out-of-order", zh, en, "change.on")];
    }
  }
}

/** Only a probation is extended or ends with the restoration of rights, and not before it is over. */
function refusalsOfProbation(
  record: SanctionRecord,
  change: Extract<SanctionChange, { kind: "restored" | "extended" }>,
  context: Context,
): Refusal[] {
  const { law } = context;
  const kind = law.vocabulary.sanctions.find((one) => one.id === record.kind);
  if (kind === undefined || kind.months.length === 0)
    return [
      refuse(
        context,
        "no-probation",
        `${kind?.name.zh ?? record.kind}没有察看期，不延长，也不恢复权利`,
        `A ${kind?.name.en ?? record.kind} has no probation: it is not extended, and no rights are restored`,
        "change.kind",
      ),
    ];
  const due = restorationDue(law, record);
  if (record.restored === null || record.restored >= due) return [];
  const [on, first] = [formatDay(record.restored), formatDay(due)];
  return [
    refuse(
      context,
      "restored-early",
      `恢复权利的日期 ${on} 早于察看期满的次日 ${first}，请核对`,
      `Rights cannot be restored on ${on}: the day after the probation is ${first}`,
      change.kind === "restored" ? "change.on" : "change.months",
    ),
  ];
}

/** One period for all that were given on that day, in whatever case: between a single one and the sum of them. */
function refusalsOfSetPeriod(
  { subject }: SubjectFile,
  record: SanctionRecord,
  set: number,
  context: Context<"records">,
): Refusal[] {
  const known = context.registry.records[subject.registryId]?.sanctions ?? [];
  const equal = known.filter(
    ({ kind, effective, revoked }) =>
      kind === record.kind && effective === record.effective && (revoked ?? null) === null,
  );
  const bounds = setPeriodBounds(context.law, record, equal.length);
  if (bounds === null || equal.length < 2)
    return [
      refuse(
        context,
        "not-several-equal",
        "该人没有同日生效的数个相同处分，或者当时的规定没有合并确定处分期，单个处分的期限由规定确定",
        "There are not several equal sanctions of that day, or no norm of the day sets one period for them",
        "change.kind",
      ),
    ];
  if (set >= bounds.least && set <= bounds.most) return [];
  const { least, most } = bounds;
  return [
    refuse(
      context,
      "period-out-of-bounds",
      `合并确定的处分期须为${least}至${most}个月`,
      `The period set must be ${least} to ${most} months`,
      "change.months",
    ),
  ];
}

/** What is impossible in itself cites no text. */
function refuse(context: Context, code: RefusalCode, zh: string, en: string, field: string): Refusal {
  return refusal(context, code, { zh, en }, null, field);
}
