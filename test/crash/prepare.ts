// The people whom the lives have to do with, and the accounts that live them.
import { addPersons } from "#registry/rows/persons.ts";
import type { Transaction } from "#database/database.ts";
import { addAccounts, inventedIdNumber, keys, seedRegistry } from "../database/people.ts";
import { officials } from "./life.ts";

/** The persons person-0 to person-10: eight writers' own, one whom all have to do with, a witness, and one whom the city manages. */
export async function settleLives(trx: Transaction): Promise<void> {
  const own = await seedRegistry(
    trx,
    "一二三四五六七八九十".split("").map((each) => `冯知${each}`),
  );
  await addPersons(trx, keys, [
    {
      id: `person-${own.length}`,
      name: "孔德林",
      sex: "male",
      partyMember: true,
      idNumber: inventedIdNumber(own.length),
      organizationId: "zone",
      post: "副主任",
      level: "县处级副职",
      leadingPost: true,
      managedBy: "city",
      from: "2018-01-01",
    },
  ]);
  await addAccounts(trx, Object.keys(officials));
}
