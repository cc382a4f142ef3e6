// Record what became of a sanction (登记处分的后续情况): rights restored, extended, revoked, or one period set for several equal ones.
import { z } from "zod";
import type { Sentence } from "#law/text/citation.ts";
import { formatDay } from "#law/reckon/days.ts";
import { restorationDue } from "#law/reckon/periods.ts";
import type { SanctionRecord } from "#law/reckon/records.ts";
import type { Refusal } from "#law/refusal.ts";
import { setPeriodBounds } from "#law/reckon/set-period.ts";
import { caseAct, happened, id, isoDay, refusal, refuseFuture, refused, shortText } from "../../act.ts";
import type { Context } from "../../act.ts";
import { subjectFileOf } from "../../case.ts";
import type { Case } from "../../case.ts";
import type { SanctionChange } from "../../events.ts";
import { sanctionRecordOf } from "../../records.ts";
import type { RefusalCode } from "../../refusal-codes.ts";
import type { SanctionFile, SubjectFile } from "../../subject-file.ts";
import {
  names,
  noSuchSanction,
  restoredEarly,
  notSeveralEqual,
  periodOutOfBounds,
  tooFewMonths,
  tooManyMonths,
  revokedBeforeEffect,
  noProbation,
} from "./act-words.ts";

const months = z.int().min(1, tooFewMonths).max(120, tooManyMonths);

export const recordSanctionChange = caseAct({
  id: "record-sanction-change",
  names,
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
    authority: shortText,
    documentNumber: shortText,
  }),
  lookUps: ({ subjectId }, { subjects }) => ({
    records: subjects.filter(({ subject }) => subject.id === subjectId).map(({ subject }) => subject.registryId),
  }),
  decide: (state, input, context) => {
    const found = sanctionIn(state, input);
    if (found === null) return refused(refuse(context, "no-such-sanction", noSuchSanction, "sanction"));
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
      return [refuse(context, "out-of-order", revokedBeforeEffect(change.on, sanction.effective), "change.on")];
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
      refuse(context, "no-probation", noProbation(kind?.name ?? { zh: record.kind, en: record.kind }), "change.kind"),
    ];
  const due = restorationDue(law, record);
  if (record.restored === null || record.restored >= due) return [];
  const [on, first] = [formatDay(record.restored), formatDay(due)];
  return [
    refuse(
      context,
      "restored-early",
      restoredEarly(on, first),
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
    return [refuse(context, "not-several-equal", notSeveralEqual, "change.kind")];
  if (set >= bounds.least && set <= bounds.most) return [];
  const { least, most } = bounds;
  return [refuse(context, "period-out-of-bounds", periodOutOfBounds(least, most), "change.months")];
}

/** What is impossible in itself cites no text. */
function refuse(context: Context, code: RefusalCode, says: Sentence, field: string): Refusal {
  return refusal(context, code, says, null, field);
}
