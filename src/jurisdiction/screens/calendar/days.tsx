// Days of a year side by side.
import "./calendar.css";

/** Days side by side, none broken across two lines. */
export function Days({ days }: { days: readonly string[] }) {
  return (
    <ul className="days">
      {days.map((day) => (
        <li key={day}>{day}</li>
      ))}
    </ul>
  );
}
