// The status of a due day: colour, and always the days in words.
import { dueStatusOf } from "#casework/execution/tasks.ts";
import { parseDay } from "#law/reckon/days.ts";
import { m } from "../paraglide/messages.js";
import { useMe } from "../session.ts";
import "./due-status.css";

export function DueStatusMark({ dueOn }: { dueOn: string | null }) {
  const today = parseDay(useMe().today);
  const due = dueOn === null ? null : parseDay(dueOn);
  if (due === null || today === null) return <span className="quiet">{m.no_due_day()}</span>;
  const days = due - today;
  return (
    <span className={`due-status due-status-${dueStatusOf(due, today)}`}>
      {days < 0 ? m.overdue({ days: -days }) : days === 0 ? m.due_today() : m.days_left({ days })}
    </span>
  );
}
