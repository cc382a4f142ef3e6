// What the event of this act says.
import { listed } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import { EvidenceList } from "#web/matter/evidence-list.tsx";
import { resultName } from "#web/law/result-name.ts";
import { subjectNameIn } from "#web/matter/subject-name.ts";

export const recordFactWords = {
  "fact-recorded": (event, { view, law }) => [
    [m.fact_subjects(), listed(event.subjectIds.map((id) => subjectNameIn(view, id)))],
    [m.fact_text(), event.text],
    [m.fact_span(), event.from === event.to ? event.from : `${event.from} ~ ${event.to}`],
    [m.fact_results(), listed(event.results.map((id) => resultName(law, id)))],
    [m.evidence_files(), <EvidenceList key="files" matterId={view.matterId} evidence={event.evidence} />],
  ],
} as const satisfies WordsOf<"fact-recorded">;
