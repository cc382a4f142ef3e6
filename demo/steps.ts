// One step of the demonstration: an act of an account on a day, before it is given its minute, number and key.
import { acts } from "#casework/acts.ts";
import type { ActId } from "#casework/acts.ts";
import type { RawInputOf } from "#casework/input.ts";
import type { DemoFile } from "./evidence.ts";

export type ActStep = {
  type: "act";
  day: number;
  by: string;
  act: ActId;
  /** The matter's own id, which the act that begins it is told to give. */
  matterId: string;
  begins: boolean;
  /** The id that the act gives to what it makes: a matter, a subject, a fact. */
  newId: string;
  input: Record<string, unknown>;
  /** The series that the document number belongs to; the number follows when all steps stand in order. */
  series: string | null;
};
export type FileStep = { type: "file"; day: number; by: string; file: DemoFile };
export type Step = ActStep | FileStep;

/** Collects the steps of one matter in their order. */
export type Story = {
  steps: Step[];
  act: <Id extends ActId>(
    id: Id,
    by: string,
    day: number,
    input: RawInputOf<Id>,
    more?: { newId?: string; series?: string },
  ) => void;
  file: (by: string, day: number, file: DemoFile) => void;
};

export function story(matterId: string, fresh: () => string): Story {
  const steps: Step[] = [];
  return {
    steps,
    act: (act, by, day, input, { newId, series } = {}) => {
      const { begins } = acts[act];
      steps.push({
        type: "act",
        day,
        by,
        act,
        matterId,
        begins,
        newId: begins ? matterId : (newId ?? fresh()),
        input,
        series: series ?? null,
      });
    },
    file: (by, day, file) => steps.push({ type: "file", day, by, file }),
  };
}
