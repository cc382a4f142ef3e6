// `wenze upgrade`: brings the tables of a PostgreSQL server up to this release, as their owner. The embedded database does so by itself.
import { openAsOwner } from "#database/database.ts";
import { StoreProblem } from "#database/problem.ts";
import { ownerAddressMissing } from "#database/words.ts";
import { openInstallation } from "#kernel/app.ts";
import { withPlainFailures } from "./failure.ts";
import { readOptions } from "./options.ts";
import { placeOf } from "./place.ts";
import { databaseUpgraded } from "./words.ts";

export async function runUpgrade(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values } = readOptions({ args, options: { data: { type: "string" } } });
    const place = placeOf(values.data);
    if (place.url !== undefined) {
      if (place.ownerUrl === undefined) throw new StoreProblem("rights-missing", ownerAddressMissing);
      await (await openAsOwner({ url: place.ownerUrl, dataFolder: place.dataFolder })).close();
    }
    // As the server finds it: its keys, its rights, its schema.
    await (await openInstallation(place)).database.close();
    console.log(databaseUpgraded);
    return 0;
  });
}
