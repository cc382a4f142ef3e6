// Where the outcome of a person was made known, kept by the text for a later appointment: shown where somebody is used again.
import { circulationsOf, keptPublications } from "#casework/finding/published.ts";
import type { Case } from "#casework/case.ts";
import type { SubjectFile } from "#casework/subject-file.ts";
import type { Law } from "#law/compile/law.ts";
import { circulationScopes } from "../acts/circulation-scopes.ts";
import { listed, textOf, withAside } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { CitationBlock } from "../law/citation.tsx";

export function PublishedBefore({ matter, file, law }: { matter: Case; file: SubjectFile; law: Law }) {
  const kept = keptPublications(law, matter, file);
  const made = circulationsOf(matter.circulations, file);
  if (kept.length === 0 && made.length === 0) return null;
  const named = new Map(
    kept.flatMap(({ publication }) => publication.scopes.map(({ id, name }) => [id, textOf(name)])),
  );
  return (
    <section aria-label={m.published_before()}>
      <p>
        {file.subject.name}：{m.published_before()}
      </p>
      {made.length === 0 ? <p className="quiet">{m.published_nowhere()}</p> : null}
      <ul className="plain-list">
        {made.map(({ on, scope, scopes, documentNumber }) => (
          <li key={documentNumber}>
            {on}{" "}
            {withAside(
              scopes.length === 0 ? circulationScopes[scope]() : listed(scopes.map((one) => named.get(one) ?? one)),
              documentNumber,
            )}
          </li>
        ))}
      </ul>
      {kept.map(({ publication: { cite } }) => (
        <CitationBlock key={`${cite.pack} ${cite.at}`} citation={cite} />
      ))}
    </section>
  );
}
