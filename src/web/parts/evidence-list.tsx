// The evidence files of a fact, to be downloaded.
import { streams } from "#api/streams.ts";
import type { Evidence } from "#casework/events.ts";
import { streamPath } from "../client.ts";
import { sizeText } from "./size.ts";

export function EvidenceList({ matterId, evidence }: { matterId: string; evidence: readonly Evidence[] }) {
  return (
    <ul className="evidence-list">
      {evidence.map((file) => (
        <li key={file.sha256}>
          <a href={streamPath(streams.downloadEvidence.path, { matterId, sha256: file.sha256 })} download={file.name}>
            {file.name}
          </a>{" "}
          <span className="quiet">{sizeText(file.size)}</span>
        </li>
      ))}
    </ul>
  );
}
