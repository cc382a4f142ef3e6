// Reading the text otherwise: each open question with its options, that in force first.
import { Select } from "antd";
import type { Law } from "#law/compile/law.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { Labelled } from "./labelled.tsx";
import "#web/fields/form-list.css";

type Props = { law: Law; readings: readonly string[]; onChange: (readings: string[]) => void };

/** Only the readings that days and bars hang on: the others decide no answer here. */
export function ReadingChoice({ law, readings, onChange }: Props) {
  const { settings } = law.regulation;
  if (settings.length === 0) return null;
  return (
    <fieldset className="form-list">
      <legend>{m.what_if_readings()}</legend>
      {settings.map(({ name, question, options, default: usual }) => {
        const inForce = law.settings[name] ?? usual;
        const chosen = readings.find((text) => text.startsWith(`${name}:`))?.slice(name.length + 1) ?? inForce;
        return (
          <Labelled key={name} label={textOf(question)}>
            {(id) => (
              <Select
                id={id}
                value={chosen}
                popupMatchSelectWidth={false}
                options={Object.entries(options).map(([value, meaning]) => ({
                  value,
                  label: value === inForce ? m.reading_in_force({ meaning: textOf(meaning) }) : textOf(meaning),
                }))}
                onChange={(option) => {
                  const others = readings.filter((text) => !text.startsWith(`${name}:`));
                  onChange(option === inForce ? others : [...others, `${name}:${option}`]);
                }}
              />
            )}
          </Labelled>
        );
      })}
    </fieldset>
  );
}
