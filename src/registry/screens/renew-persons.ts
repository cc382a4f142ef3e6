// After persons, organizations or what is recorded of them were changed: all that shows them is asked for anew.
import { api, queries } from "#web/client.ts";

export async function renewPersons(): Promise<void> {
  const shownBy = [api.registry, api.restrictions, api.statistics, api.reuses];
  await Promise.all(shownBy.map((part) => queries.invalidateQueries({ queryKey: part.key() })));
}
