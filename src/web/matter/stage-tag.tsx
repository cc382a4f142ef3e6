// The stage of a lead or a case, by name.
import { Tag } from "antd";
import { stageNames } from "#casework/words/stage-names.ts";
import type { Stage } from "#casework/stages.ts";
import { textOf } from "../language.ts";

export function StageTag({ stage }: { stage: Stage }) {
  return (
    <Tag className="stage-tag" variant="outlined">
      {textOf(stageNames[stage])}
    </Tag>
  );
}
