// What the rows of a batch write, all together in the transaction at hand.
import type { IdNumberKeys } from "#registry/id-number.ts";
import { ChangedMeanwhile } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { addFormerNames } from "#registry/rows/former-names.ts";
import { addGrades } from "#registry/rows/grades.ts";
import { addHonours } from "#registry/rows/honours.ts";
import { indexPersons } from "#registry/rows/person-index.ts";
import { addPersons, changePersons } from "#registry/rows/persons.ts";
import { addPosts, endPosts } from "#registry/rows/posts.ts";
import type { Registration } from "#registry/rows/registration.ts";
import { fingerprintIdNumber, maskIdNumber } from "#registry/id-number.ts";
import { putRelatives } from "#registry/rows/relatives.ts";
import type { RelativeEntry } from "#registry/rows/relatives.ts";
import { relativeKindOf } from "#registry/rules/relative-kind.ts";
import type { Writing } from "./planned.ts";

/** No two of one person. Throws a retryable error when a person was changed by somebody else meanwhile. */
export async function writeAll(
  trx: Transaction,
  keys: IdNumberKeys,
  writings: readonly Writing[],
  registration: Registration,
): Promise<void> {
  await addPersons(
    trx,
    keys,
    writings.flatMap((one) => one.adds),
    registration,
  );
  if (
    (await changePersons(
      trx,
      writings.flatMap((one) => one.changes),
      registration,
    )) === "conflict"
  )
    throw new ChangedMeanwhile("a person was changed meanwhile");
  await endPosts(
    trx,
    writings.flatMap((one) => one.ends),
  );
  await addPosts(
    trx,
    writings.flatMap((one) => one.posts),
    registration,
  );
  const formerNames = writings.flatMap((one) => one.formerNames);
  await addFormerNames(trx, formerNames, registration);
  await addGrades(
    trx,
    writings.flatMap((one) => one.grades),
    registration,
  );
  await addHonours(
    trx,
    writings.flatMap((one) => one.honours),
    registration,
  );
  await putRelatives(
    trx,
    writings.flatMap((one) => one.relatives).map((one) => relativeEntry(keys, one)),
    { ...registration, behalf: null, reason: "" },
  );
  await indexPersons(
    trx,
    formerNames.map(({ personId }) => personId),
  );
}

function relativeEntry(keys: IdNumberKeys, { idNumber, ...told }: Writing["relatives"][number]): RelativeEntry {
  const number =
    idNumber === ""
      ? { idNumberMasked: null, fingerprint: null }
      : { idNumberMasked: maskIdNumber(idNumber), fingerprint: fingerprintIdNumber(keys, idNumber) };
  return { ...told, ...number, kind: relativeKindOf(told.relation), relativeId: null };
}
