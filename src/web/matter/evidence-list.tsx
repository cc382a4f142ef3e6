// The evidence files of a fact, to be downloaded.
import { streams } from "#server/contract/streams.ts";
import type { Evidence } from "#casework/events.ts";
import { streamPath } from "../client.ts";
import { sizeText } from "../frame/size.ts";
import "./evidence-list.css";

/** Of a matter, or of a leading body. */
type Of = { matterId: string } | { organizationId: string };

export function EvidenceList({ evidence, ...of }: Of & { evidence: readonly Evidence[] }) {
  return (
    <ul className="evidence-list">
      {evidence.map((file) => (
        <li key={file.sha256}>
          <a href={hrefOf(of, file.sha256)} download={file.name}>
            {file.name}
          </a>{" "}
          <span className="quiet">{sizeText(file.size)}</span>
        </li>
      ))}
    </ul>
  );
}

function hrefOf(of: Of, sha256: string): string {
  return "matterId" in of
    ? streamPath(streams.downloadEvidence.path, { ...of, sha256 })
    : streamPath(streams.downloadBodyFile.path, { ...of, sha256 });
}
