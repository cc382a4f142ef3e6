// A calendar day in a form: ISO text outside, typed or picked inside.
import { DatePicker } from "antd";
import dayjs from "dayjs";
import { m } from "../paraglide/messages.js";
import { dayFormats } from "./words.ts";
import "./day-field.css";

type Props = {
  id?: string;
  value?: string | null;
  onChange?: (day: string | null) => void;
  "aria-label"?: string;
  "aria-required"?: "true";
};

export function DayField({ value, onChange, ...rest }: Props) {
  return (
    <DatePicker
      {...rest}
      className="day-field"
      placeholder={m.day_placeholder()}
      format={dayFormats}
      value={value === undefined || value === null || value === "" ? null : dayjs(value)}
      // Enter takes the day typed; it must not send the form as well.
      onKeyDown={(event) => {
        if (event.key === "Enter") event.preventDefault();
      }}
      onChange={(day) => onChange?.(day === null ? null : day.format("YYYY-MM-DD"))}
    />
  );
}
