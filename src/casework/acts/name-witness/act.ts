// Name a witness (登记证人): somebody of the registry who was heard; from then on they handle nothing in this case.
import { z } from "zod";
import { caseAct, happened, id, isoDay, refuseBefore, refuseFuture, refusal, refused, words } from "../../act.ts";
import { openingOf } from "../../case.ts";
import type { RefusalCode } from "../../refusal-codes.ts";

export const nameWitness = caseAct({
  id: "name-witness",
  names: { zh: "登记证人", en: "Name a witness" },
  basis: "recusal",
  input: z.strictObject({ personId: id, on: isoDay, about: words }),
  lookUps: ({ personId }) => ({ persons: [personId] }),
  decide: (state, input, context) => {
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "recusal"),
      ...refuseBefore(context, { on: input.on }, openingOf(state), "recusal"),
    ];
    const person = context.registry.persons[input.personId];
    const no = (code: RefusalCode, zh: string, en: string) => refusal(context, code, { zh, en }, "recusal", "personId");
    if (person === undefined)
      return refused(...refusals, no("no-such-person", "所选干部不在名册中", "The registry has no such person"));
    if (state.subjects.some(({ subject }) => subject.kind === "person" && subject.registryId === person.id))
      refusals.push(
        no("subject-as-witness", `${person.name}是本案问责对象，不是证人`, `${person.name} is a subject of this case`),
      );
    if (state.witnesses.some((one) => one.personId === person.id))
      refusals.push(
        no("witness-twice", `${person.name}已登记为证人`, `${person.name} is recorded as a witness already`),
      );
    if (refusals.length > 0) return refused(...refusals);
    return happened({
      type: "witness-named",
      personId: person.id,
      name: person.name,
      on: input.on,
      about: input.about,
    });
  },
});
