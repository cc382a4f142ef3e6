// Several of a list, each a checkbox. The group takes no aria-required, which ARIA does not allow it; the mark stands on the label.
import { Checkbox } from "antd";
import "./choices.css";

type Props = {
  id?: string;
  value?: string[];
  onChange?: (chosen: string[]) => void;
  options: { value: string; label: string }[];
  rows?: boolean;
};

export function Choices({ id, value, onChange, options, rows = false }: Props) {
  return (
    <Checkbox.Group<string>
      className={rows ? "radio-rows" : "checkbox-columns"}
      options={options}
      onChange={(chosen) => onChange?.(chosen)}
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
    />
  );
}
