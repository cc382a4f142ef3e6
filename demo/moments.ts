// Every moment of the demonstration, in the order of time.
import type { Law } from "#law/compile/law.ts";
import { kept } from "./kept-registry.ts";
import type { Moment } from "./moment.ts";
import { promised } from "./promised.ts";
import { requested } from "./requests.ts";

/** New each time, since a later moment knows what earlier ones made. */
export function demonstrationMoments(law: Law): Moment[] {
  return [...promised(law), ...kept(), ...requested()].sort((one, other) => (one.at < other.at ? -1 : 1));
}
