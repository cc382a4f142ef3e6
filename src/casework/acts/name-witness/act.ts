// Name a witness (登记证人): somebody of the registry who was heard; from then on they handle nothing in this case.
import { z } from "zod";
import type { Sentence } from "#law/text/citation.ts";
import { caseAct, happened, id, isoDay, refuseBefore, refuseFuture, refusal, refused, longText } from "../../act.ts";
import { openingOf } from "../../case.ts";
import type { RefusalCode } from "../../refusal-codes.ts";
import { names, noSuchPerson, subjectAsWitness, witnessTwice } from "./act-words.ts";

export const nameWitness = caseAct({
  id: "name-witness",
  names,
  basis: "recusal",
  input: z.strictObject({ personId: id, on: isoDay, about: longText }),
  lookUps: ({ personId }) => ({ persons: [personId] }),
  decide: (state, input, context) => {
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "recusal"),
      ...refuseBefore(context, { on: input.on }, openingOf(state), "recusal"),
    ];
    const person = context.registry.persons[input.personId];
    const no = (code: RefusalCode, says: Sentence) => refusal(context, code, says, "recusal", "personId");
    if (person === undefined) return refused(...refusals, no("no-such-person", noSuchPerson));
    if (state.subjects.some(({ subject }) => subject.kind === "person" && subject.registryId === person.id))
      refusals.push(no("subject-as-witness", subjectAsWitness(person.name)));
    if (state.witnesses.some((one) => one.personId === person.id))
      refusals.push(no("witness-twice", witnessTwice(person.name)));
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
