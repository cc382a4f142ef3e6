// The rows of the authority table as the pack has them: what holds where the district has entered nothing, and what a new version begins with.
import { measureClasses } from "#law/procedure/authority.ts";
import { managementLevelsOf } from "#law/procedure/management.ts";
import type { AuthorityRow } from "#law/procedure/authority.ts";
import { competenceOf } from "#law/procedure/competence.ts";
import type { Law } from "#law/compile/law.ts";

export function rowsOfPack(law: Law): AuthorityRow[] {
  return managementLevelsOf(law.vocabulary).flatMap((managedBy) =>
    measureClasses.flatMap((measures) => {
      const measure = law.vocabulary.measures.find((one) => one.class === measures);
      if (measure === undefined) return [];
      const { decides, proposes, approves, executes } = competenceOf(law, { managedBy, measure: measure.id, on: null });
      return [{ managedBy, measures, decides, proposes, approves, executes }];
    }),
  );
}
