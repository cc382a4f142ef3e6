// Each duty into which the offices divide their work is that of one body: items of a duty that none has would be nobody's.
import { officeDutySchema } from "../pack/vocabulary.ts";
import type { OfficeDuty } from "../pack/vocabulary.ts";
import type { Pack, PackFiles, Problem } from "../pack/pack.ts";
import { readYaml } from "../pack/yaml-source.ts";
import { dutyOfNobody, dutyOfSeveral, mendDutyOfNobody, mendDutyOfSeveral } from "./words.ts";

/** One problem for each duty that no body of the pack's vocabulary has, or several have: at the list of bodies, or at the second of them. */
export function checkDuties({ id, vocabulary, rules }: PackFiles, pack: Pack): Problem[] {
  return officeDutySchema.options.flatMap((duty): Problem[] => {
    const [first, second] = bodiesWith(pack, duty);
    if (first === undefined) {
      const line = lineIn("vocabulary.yaml", vocabulary, ["bodies"]);
      return [
        { file: "vocabulary.yaml", line, clause: null, message: dutyOfNobody(duty), mend: mendDutyOfNobody(duty) },
      ];
    }
    if (second === undefined) return [];
    const message = dutyOfSeveral(duty, first.name, second.name);
    const at = bodiesIn(vocabulary).indexOf(second.id);
    const [file, source, place] =
      at >= 0
        ? (["vocabulary.yaml", vocabulary, ["bodies", at]] as const)
        : ([`${id}/rules.yaml`, rules, ["words", "bodies"]] as const);
    return [{ file, line: lineIn(file, source, place), clause: null, message, mend: mendDutyOfSeveral }];
  });
}

function bodiesWith({ vocabulary }: Pack, duty: OfficeDuty): Pack["vocabulary"]["bodies"] {
  return vocabulary.bodies.filter(({ duties }) => duties.includes(duty));
}

/** Ids of the bodies that the shared vocabulary has, in its order. */
function bodiesIn(vocabulary: string): string[] {
  const read = readYaml("vocabulary.yaml", vocabulary);
  const { bodies = [] } = read.ok ? (read.value as { bodies?: { id: string }[] }) : {}; // the pack was read from it
  return bodies.map(({ id }) => id);
}

function lineIn(file: string, source: string, place: readonly (string | number)[]): number {
  const read = readYaml(file, source);
  return read.ok ? read.lineOf(place) : 1;
}
