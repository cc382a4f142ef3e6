// The bodies of the vocabulary by what they do here.
import type { BodyId, OfficeDuty, Vocabulary } from "../pack/vocabulary.ts";

export type Bodies = { vocabulary: Pick<Vocabulary, "bodies"> };

/** The duties of a body; none of one that works elsewhere or is not known. */
export function dutiesOf({ vocabulary }: Bodies, body: BodyId): readonly OfficeDuty[] {
  return vocabulary.bodies.find(({ id }) => id === body)?.duties ?? [];
}

/** The body that has this duty. Throws where none has, which the checks of the packs do not let pass. */
export function bodyWith({ vocabulary }: Bodies, duty: OfficeDuty): Vocabulary["bodies"][number] {
  const body = vocabulary.bodies.find(({ duties }) => duties.includes(duty));
  if (body === undefined) throw new Error(`no body of the vocabulary has the duty ${duty}`);
  return body;
}
