// A calendar day in a form: ISO text outside, typed or picked inside.
import { DatePicker } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { wholeDayOf } from "#lists/rules/cell-day.ts";
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
  // What was typed and is no day: said at the field, never put back to the former day without a word.
  const [wrong, setWrong] = useState("");
  const take = (text: string) => {
    if (text.trim() === "") return;
    const day = wholeDayOf(text);
    setWrong(day === null ? text.trim() : "");
    if (day !== (value ?? null)) onChange?.(day);
  };
  return (
    <>
      <DatePicker
        {...rest}
        className="day-field"
        placeholder={m.day_placeholder()}
        format={dayFormats}
        status={wrong === "" ? "" : "error"}
        value={value === undefined || value === null || value === "" ? null : dayjs(value)}
        onBlur={({ target }) => take(textIn(target))}
        // Enter takes the day typed; it must not send the form as well.
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          take(textIn(event.target));
        }}
        onChange={(day) => {
          setWrong("");
          onChange?.(day === null ? null : day.format("YYYY-MM-DD"));
        }}
      />
      {wrong === "" ? null : (
        <p role="alert" className="day-wrong">
          {m.day_not_understood({ text: wrong })}
        </p>
      )}
    </>
  );
}

function textIn(target: EventTarget): string {
  return target instanceof HTMLInputElement ? target.value : "";
}
