// How far a matter has come: the stages of its way in order, with the one it stands at.
import { stageNames } from "#casework/words/stage-names.ts";
import type { Stage } from "#casework/stages.ts";
import { textOf } from "../language.ts";
import { m } from "../paraglide/messages.js";
import "./stage-steps.css";

const way = [
  "opening-requested",
  "inquiry",
  "proposed",
  "deliberated",
  "decided",
  "served",
  "effective",
  "closed",
] as const satisfies readonly Stage[];

/** A case that left the way (not opened, ended without accountability) shows the stages it passed and then its end. */
export function StageSteps({ stage, passed }: { stage: Stage; passed: readonly Stage[] }) {
  const onWay = (way as readonly Stage[]).includes(stage);
  const steps: readonly Stage[] = onWay ? way : [...way.filter((one) => passed.includes(one)), stage];
  const current = steps.indexOf(stage);
  return (
    <ol className="stage-steps" aria-label={m.steps_label()}>
      {steps.map((one, index) => (
        <li
          key={one}
          className={index < current ? "done" : index === current ? "current" : "ahead"}
          aria-current={index === current ? "step" : undefined}
        >
          <span className="step-number" aria-hidden="true">
            {index < current ? "✓" : index + 1}
          </span>
          <span>{textOf(stageNames[one])}</span>
          <span className="visually-hidden">
            {index < current ? m.step_done() : index === current ? m.step_current() : m.step_ahead()}
          </span>
        </li>
      ))}
    </ol>
  );
}
