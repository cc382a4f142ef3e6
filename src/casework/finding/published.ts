// Where an outcome has to be made known by the texts, where it was, and which scopes are kept for a later appointment.
import { parseDay } from "#law/reckon/days.ts";
import { publicationsOf } from "#law/procedure/effects.ts";
import type { Publication } from "#law/procedure/effects.ts";
import type { Law } from "#law/compile/law.ts";
import type { Case } from "../case.ts";
import type { SubjectFile } from "../subject-file.ts";

/** The publications that the measures of one subject ask for, by the texts in force on the day of its decision; none before there is one. */
function publicationsOfSubject(law: Law, { outcome, decided }: SubjectFile): Publication[] {
  if (outcome?.type !== "accountable" || decided === null) return [];
  return publicationsOf(law, outcome.measures, parseDay(decided.on));
}

/** The publications that the measures of all subjects ask for, each clause once. */
export function publicationsOfCase(law: Law, { subjects }: Case): Publication[] {
  const all = subjects.flatMap((file) => publicationsOfSubject(law, file));
  return all.filter(
    ({ cite }, index) => all.findIndex((one) => one.cite.pack === cite.pack && one.cite.at === cite.at) === index,
  );
}

type Circulation = Case["circulations"][number];

/** The ISO day on which the outcome had been circulated in every scope that a text commands; null while one is missing. */
export function circulatedOn(law: Law, { circulations }: Case, file: SubjectFile): string | null {
  const since = circulationsOf(circulations, file);
  const due = publicationsOfSubject(law, file)
    .filter(({ force }) => force === "shall")
    .flatMap(({ scopes }) => scopes.map(({ id }) => id));
  if (due.length === 0) return since[0]?.on ?? null;
  const days = due.map((scope) => since.find(({ scopes }) => scopes.includes(scope))?.on ?? null);
  if (days.includes(null)) return null;
  return (
    days
      .filter((day) => day !== null)
      .toSorted()
      .at(-1) ?? null
  );
}

/** The circulations since the decision as it stands. */
export function circulationsOf(circulations: readonly Circulation[], { decided }: SubjectFile): Circulation[] {
  return circulations.filter(({ on }) => on >= (decided?.on ?? ""));
}

/** What is to be looked at again when the person is appointed anew: the clause that keeps the scope, and where it was made known. */
export function keptPublications(
  law: Law,
  { circulations }: Case,
  file: SubjectFile,
): { publication: Publication; circulations: Circulation[] }[] {
  return publicationsOfSubject(law, file)
    .filter(({ kept }) => kept !== null)
    .map((publication) => ({
      publication,
      circulations: circulationsOf(circulations, file).filter(({ scopes }) =>
        publication.scopes.some(({ id }) => scopes.includes(id)),
      ),
    }));
}
