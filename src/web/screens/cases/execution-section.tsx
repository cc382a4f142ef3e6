// What execution of the measures requires, with what has been done of it and what is open.
import { requirementsOf } from "#law/requirements.ts";
import type { Requirement } from "#law/requirements.ts";
import type { Case, SubjectFile } from "#casework/case.ts";
import type { Law } from "#law/law.ts";
import { circulationScopes } from "../../acts/circulation-scopes.ts";
import { named, textOf, withAside } from "../../language.ts";
import { m } from "../../paraglide/messages.js";
import { CitationLink } from "../../parts/citation.tsx";

export function ExecutionSection({ matter, law }: { matter: Case; law: Law }) {
  if (matter.decision === null) return null;
  const items = matter.subjects.flatMap((file) => itemsOf(matter, file, law));
  if (items.length === 0 && matter.circulations.length === 0 && matter.closing === null) return null;
  return (
    <section aria-label={m.execution()}>
      <h2>{m.execution()}</h2>
      <ul className="checklist">
        {items.map(({ key, what, done, requirement }) => (
          <li key={key}>
            <span className={done === null ? "lamp lamp-yellow" : "lamp lamp-green"}>
              {done === null ? m.not_done() : m.done()}
            </span>{" "}
            {done === null ? what : named(what, done)}
            {requirement === null ? null : (
              <>
                {" "}
                <CitationLink citation={requirement.cite} />
              </>
            )}
          </li>
        ))}
      </ul>
      {matter.closing === null ? null : (
        <p>{m.closed_line({ on: matter.closing.on, summary: matter.closing.summary })}</p>
      )}
    </section>
  );
}

type Item = { key: string; what: string; done: string | null; requirement: Requirement | null };

function itemsOf(matter: Case, file: SubjectFile, law: Law): Item[] {
  if (file.outcome?.type !== "accountable") return [];
  const { name, id } = file.subject;
  const needed = requirementsOf(law, file.outcome.measures);
  const circulation = needed.find((one) => one.what === "circulation");
  const arrangement = needed.find((one) => one.what === "arrangement");
  const [circulated] = matter.circulations;
  return [
    { key: `${id}-served`, what: m.item_served({ name }), done: file.served?.on ?? null, requirement: null },
    { key: `${id}-effect`, what: m.item_effect({ name }), done: file.effect?.effectiveOn ?? null, requirement: null },
    ...(circulation === undefined
      ? []
      : [
          {
            key: `${id}-circulation`,
            what: m.item_circulation({ name, measure: textOf(circulation.name) }),
            requirement: circulation,
            done:
              circulated === undefined
                ? null
                : withAside(`${circulated.on} ${circulationScopes[circulated.scope]()}`, circulated.documentNumber),
          },
        ]),
    ...(arrangement === undefined
      ? []
      : [
          {
            key: `${id}-arrangement`,
            what: m.item_arrangement({ name }),
            requirement: arrangement,
            done:
              file.arrangement === null
                ? null
                : withAside(`${file.arrangement.on} ${file.arrangement.post}`, file.arrangement.rank),
          },
        ]),
  ];
}
