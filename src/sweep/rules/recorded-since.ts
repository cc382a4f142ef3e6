// When a measure or sanction was entered here, which is not the day from which it counts.
import type { Law } from "#law/compile/law.ts";
import type { Recorded } from "#casework/events.ts";
import { recordsOf } from "#casework/records.ts";
import { apply } from "#casework/replay.ts";
import type { Matter } from "#casework/replay.ts";

export type OnRecord = { type: "measure" | "sanction"; subjectId: string; kind: string; effective: number };

/** Instant of the act since which it has been on record without a break; null when it is not on record at the end of the history. */
export function recordedSince(
  law: Law,
  matterId: string,
  history: readonly Recorded[],
  asked: OnRecord,
): string | null {
  let matter: Matter | null = null;
  let since: string | null = null;
  for (const recorded of history) {
    matter = apply(matter, matterId, recorded);
    if (!isOn(law, matter, asked)) since = null;
    else since ??= recorded.at;
  }
  return since;
}

function isOn(law: Law, matter: Matter, { type, subjectId, kind, effective }: OnRecord): boolean {
  if (matter.kind !== "case") return false;
  return recordsOf(law, matter).some(
    (one) =>
      one.subjectId === subjectId &&
      (type === "measure" ? one.measures : one.sanctions).some(
        (record) => record.kind === kind && record.effective === effective,
      ),
  );
}
