// What has been established against one subject, each circumstance with its words: shown where gravity is to be found.
import type { SubjectFile } from "#casework/subject-file.ts";
import { circumstancesOf } from "#law/procedure/circumstances.ts";
import type { Law } from "#law/compile/law.ts";
import { m } from "../paraglide/messages.js";
import { CitationBlock } from "../law/citation.tsx";
import { circumstanceLabel } from "../law/circumstance-text.tsx";
import "./subject-findings.css";

export function SubjectFindings({ file, law }: { file: SubjectFile; law: Law }) {
  const circumstances = circumstancesOf(law).filter((circumstance) =>
    file.circumstances.some((one) => one.circumstance === circumstance.id),
  );
  if (circumstances.length === 0) return <p className="quiet">{m.no_circumstance_established()}</p>;
  return (
    <div className="subject-findings">
      <p>{m.circumstances_established()}</p>
      <ul>
        {circumstances.map((circumstance) => (
          <li key={circumstance.id}>
            {circumstanceLabel(circumstance)}
            <CitationBlock citation={circumstance.cite} />
          </li>
        ))}
      </ul>
    </div>
  );
}
