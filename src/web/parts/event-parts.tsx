// Parts that the words of several kinds of events share.
import type { MatterView } from "#api/matters.ts";
import type { Evidence } from "#casework/events.ts";
import { EvidenceList } from "./evidence-list.tsx";

export function Files({ evidence, view }: { evidence: readonly Evidence[]; view: MatterView }) {
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
