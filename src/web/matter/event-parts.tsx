// Parts that the words of several kinds of events share.
import type { ReactNode } from "react";
import type { MatterView } from "#matters/contract/matters.ts";
import type { Evidence } from "#casework/events.ts";
import { EvidenceList } from "./evidence-list.tsx";

/** The files of an event as words of it; null where there are none. */
export function filesIn(evidence: readonly Evidence[], view: MatterView): ReactNode {
  return evidence.length === 0 ? null : <EvidenceList matterId={view.matterId} evidence={evidence} />;
}

export function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="bare-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
