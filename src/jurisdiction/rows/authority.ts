// Versions of the district's authority table, with who entered and who confirmed them.
import { sql } from "kysely";
import { z } from "zod";
import { authorityContent, authorityVersion } from "../contract/authority.ts";
import type { AuthorityVersion } from "../contract/authority.ts";
import { canonicalJson } from "#audit/canonical.ts";
import type { AuthorityTable } from "#law/procedure/authority.ts";
import { parseDay } from "#law/reckon/days.ts";
import type { BothHands } from "#casework/four-eyes.ts";
import { touch } from "#database/bound.ts";
import type { Transaction } from "#database/database.ts";
import { rowsOf, run } from "#database/rows.ts";

const shape = authorityVersion.omit({ rows: true, quorums: true }).extend({
  content: z.string().transform((kept) => authorityContent.parse(JSON.parse(kept))),
});

/** How many versions are read: a district changes its table a few times in a decade. */
const maxVersions = 200;

/** All versions, the latest entered first. */
export async function listAuthorityVersions(trx: Transaction): Promise<AuthorityVersion[]> {
  const rows = await rowsOf(
    trx,
    shape,
    sql`SELECT v.id AS "versionId", v.valid_from AS "validFrom", v.document_number AS "documentNumber", v.content,
        v.entered_by AS "enteredBy", v.entered_by_name AS "enteredByName", v.entered_at AS "enteredAt",
        c.confirmed, c.by_name AS "confirmedByName", c.at AS "confirmedAt", c.reasons
      FROM authority_version AS v
      LEFT JOIN authority_confirmation AS c ON c.jurisdiction_id = v.jurisdiction_id AND c.version_id = v.id
      WHERE v.jurisdiction_id = ${trx.jurisdictionId} ORDER BY v.entered_at DESC, v.id LIMIT ${maxVersions}`,
  );
  return rows.map(({ content: kept, ...row }) => ({ ...row, ...kept }));
}

/** Those that hold, in the order in which they were confirmed. */
export async function authorityTables(trx: Transaction): Promise<AuthorityTable[]> {
  const versions = await listAuthorityVersions(trx);
  return versions
    .filter((one) => one.confirmed === true)
    .sort((a, b) => ((a.confirmedAt ?? "") < (b.confirmedAt ?? "") ? -1 : 1))
    .map(({ validFrom, documentNumber, rows, quorums }) => {
      const from = parseDay(validFrom);
      if (from === null) throw new Error(`${validFrom} is a date of the database but no day`);
      return { from, number: documentNumber, rows, quorums };
    });
}

export async function addAuthorityVersion(
  trx: Transaction,
  version: Pick<
    AuthorityVersion,
    "versionId" | "validFrom" | "documentNumber" | "rows" | "quorums" | "enteredBy" | "enteredByName" | "enteredAt"
  > & { enteredBehalf: string | null },
): Promise<void> {
  const { versionId, validFrom, documentNumber, rows, quorums, enteredBy, enteredByName, enteredAt, enteredBehalf } =
    version;
  await run(
    trx,
    sql`INSERT INTO authority_version (jurisdiction_id, id, valid_from, document_number, content, entered_by, entered_by_name, entered_at, entered_behalf)
      VALUES (${trx.jurisdictionId}, ${versionId}, ${validFrom}::date, ${documentNumber}, ${canonicalJson({ rows, quorums })},
        ${enteredBy}, ${enteredByName}, ${enteredAt}, ${enteredBehalf})`,
  );
  touch(trx, "authority_version", [versionId]);
}

export async function addAuthorityConfirmation(
  trx: Transaction,
  confirmation: {
    versionId: string;
    enteredBy: string;
    confirmed: boolean;
    reasons: string | null;
    by: string;
    byName: string;
    at: string;
  } & BothHands,
): Promise<void> {
  const { versionId, enteredBy, confirmed, reasons, by, byName, at, first, second } = confirmation;
  await run(
    trx,
    sql`INSERT INTO authority_confirmation (jurisdiction_id, version_id, entered_by, confirmed, reasons, by, by_name, at, first_persons, second_persons)
      VALUES (${trx.jurisdictionId}, ${versionId}, ${enteredBy}, ${confirmed}, ${reasons}, ${by}, ${byName}, ${at},
        wenze_persons_of(${[...first]}::text[]), wenze_persons_of(${[...second]}::text[]))`,
  );
  touch(trx, "authority_confirmation", [versionId]);
}
