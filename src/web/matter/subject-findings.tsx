// What has been established against one subject, each circumstance with its words: shown where gravity is to be found.
import type { SubjectFile } from "#casework/subject-file.ts";
import { limbsOf } from "#law/procedure/limbs.ts";
import type { Law } from "#law/compile/law.ts";
import { m } from "../paraglide/messages.js";
import { CitationBlock } from "../law/citation.tsx";
import { limbLabel } from "../law/limb-text.tsx";

export function SubjectFindings({ file, law }: { file: SubjectFile; law: Law }) {
  const limbs = limbsOf(law).filter((limb) => file.limbs.some((one) => one.limb === limb.id));
  if (limbs.length === 0) return <p className="quiet">{m.no_limb_established()}</p>;
  return (
    <div className="subject-findings">
      <p>{m.limbs_established()}</p>
      <ul>
        {limbs.map((limb) => (
          <li key={limb.id}>
            {limbLabel(limb)}
            <CitationBlock citation={limb.cite} />
          </li>
        ))}
      </ul>
    </div>
  );
}
