// Choosing a level of post, from the highest to the lowest.
import { Select } from "antd";
import type { Law } from "#law/compile/law.ts";
import { textOf } from "../language.ts";

type Props = {
  law: Law;
  id?: string;
  value?: string | null;
  onChange?: (level: string | null) => void;
  "aria-label"?: string;
};

export function LevelSelect({ law, value, onChange, ...rest }: Props) {
  return (
    <Select
      {...rest}
      allowClear
      value={value ?? null}
      options={law.regulation.vocabulary.levels.map((level) => ({ value: level.id, label: textOf(level.name) }))}
      onChange={(level: string | null | undefined) => onChange?.(level ?? null)}
    />
  );
}
