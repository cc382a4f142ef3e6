// The bodies of the vocabulary by what they do here.
import type { BodyId, OfficeDuty, Vocabulary } from "../pack/vocabulary.ts";

export type Bodies = { vocabulary: Pick<Vocabulary, "bodies"> };

/** The duties of a body; none of one that works elsewhere or is not known. */
export function dutiesOf({ vocabulary }: Bodies, body: BodyId): readonly OfficeDuty[] {
  return vocabulary.bodies.find(({ id }) => id === body)?.duties ?? [];
}

/** The body that has this duty; null where none has. */
export function bodyWith({ vocabulary }: Bodies, duty: OfficeDuty): BodyId | null {
  return vocabulary.bodies.find(({ duties }) => duties.includes(duty))?.id ?? null;
}
