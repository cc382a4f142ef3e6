// The restrictions of a person drawn over time: bars from the first to the last barred day, the grey day after each, and today.
import type { RestrictionView } from "#eligibility/contract/restriction-view.ts";
import { citedWords } from "#law/text/cited-words.ts";
import { firstDayOfYear, parseDay, yearOf } from "#law/reckon/days.ts";
import type { Day } from "#law/reckon/days.ts";
import type { Law } from "#law/compile/law.ts";
import { textOf } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { purposeName } from "../law/purpose-name.ts";
import "./restriction-timeline.css";

const labelWidth = 190;
const rowHeight = 34;
const headHeight = 26;

/** What of a restriction is drawn. */
export type Drawn = Pick<RestrictionView, "bars" | "from" | "until" | "greyDay" | "layer" | "cite" | "cause">;
type Bar = { from: Day; until: Day; grey: Day | null; view: Drawn };

export function RestrictionTimeline({
  restrictions,
  today,
  law,
  asked = false,
}: {
  restrictions: readonly Drawn[];
  today: string;
  law: Law;
  /** The day drawn is one asked about and not today; it is drawn beside what is asked, in two thirds of the width. */
  asked?: boolean;
}) {
  const width = asked ? 740 : 1080;
  const bars = inLayers(restrictions).flatMap((view): Bar[] => {
    const from = parseDay(view.from);
    const until = parseDay(view.until);
    return from === null || until === null
      ? []
      : [{ from, until, grey: view.greyDay === null ? null : parseDay(view.greyDay), view }];
  });
  const now = parseDay(today);
  if (bars.length === 0 || now === null) return null;
  const begins = firstDayOfYear(yearOf(Math.min(now, ...bars.map((bar) => bar.from))));
  const ends = firstDayOfYear(yearOf(Math.max(now, ...bars.map((bar) => bar.grey ?? bar.until))) + 1);
  const at = (day: Day) => labelWidth + ((day - begins) / (ends - begins)) * (width - labelWidth - 12);
  const height = headHeight + bars.length * rowHeight + 22;
  return (
    <figure className="timeline">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={m.timeline_label({ count: bars.length, today })}>
        {yearsBetween(begins, ends).map(({ year, day }) => (
          <g key={year}>
            <line className="timeline-year" x1={at(day)} x2={at(day)} y1={headHeight - 6} y2={height - 20} />
            {day === ends ? null : (
              <text className="timeline-year-name" x={at(day) + 4} y={16}>
                {year}
              </text>
            )}
          </g>
        ))}
        {bars.map((bar, index) => (
          <BarShape key={index} bar={bar} y={headHeight + index * rowHeight} at={at} now={now} law={law} />
        ))}
        <line className="timeline-today" x1={at(now)} x2={at(now)} y1={headHeight - 6} y2={height - 18} />
        <text className="timeline-today-name" x={Math.min(at(now), width - 60)} y={height - 4} textAnchor="middle">
          {asked ? m.timeline_asked({ today }) : m.timeline_today({ today })}
        </text>
      </svg>
      <figcaption>
        <span className="key key-running">{m.timeline_running()}</span>{" "}
        <span className="key key-over">{m.timeline_over()}</span>{" "}
        <span className="key key-grey">{m.timeline_grey()}</span>{" "}
        <span className="key key-upper">{textOf(law.vocabulary.names.layers.upper)}</span>{" "}
        <span className="key key-today">{asked ? m.what_if_on() : m.timeline_today_key()}</span>
      </figcaption>
    </figure>
  );
}

function BarShape({ bar, y, at, now, law }: { bar: Bar; y: number; at: (day: Day) => number; now: Day; law: Law }) {
  const { view, from, until, grey } = bar;
  const left = at(from);
  // The last barred day is barred until its end.
  const right = Math.max(at(until + 1), left + 2);
  const inside = right - left > 190;
  return (
    <g>
      <text className="timeline-name" x={0} y={y + 15}>
        {purposeName(law, view.bars)}
      </text>
      <text className="timeline-cause" x={0} y={y + 28}>
        {textOf(view.cause)} · {textOf(law.vocabulary.names.layers[view.layer])}
      </text>
      <rect
        className={`timeline-bar ${until < now ? "over" : "running"} timeline-${view.layer}`}
        x={left}
        y={y + 5}
        width={right - left}
        height={20}
        rx={2}
      >
        <title>
          {m.barred_span({ what: purposeName(law, view.bars), from: view.from, until: view.until })}{" "}
          {textOf(citedWords(view.cite))}
        </title>
      </rect>
      {grey === null ? null : (
        <rect className="timeline-grey" x={at(grey)} y={y + 5} width={5} height={20}>
          <title>
            {m.grey_day()} {view.greyDay}
          </title>
        </rect>
      )}
      <text
        className={inside ? "timeline-dates inside" : "timeline-dates"}
        x={inside ? right - 6 : right + (grey === null ? 6 : 12)}
        y={y + 19}
        textAnchor={inside ? "end" : "start"}
      >
        {view.from} ~ {view.until}
      </text>
    </g>
  );
}

/** The regulation above, the upper norms below, each in the order of their days. */
function inLayers(restrictions: readonly Drawn[]): Drawn[] {
  return [
    ...restrictions.filter(({ layer }) => layer === "regulation"),
    ...restrictions.filter(({ layer }) => layer === "upper"),
  ];
}

function yearsBetween(begins: Day, ends: Day): { year: number; day: Day }[] {
  const first = yearOf(begins);
  return Array.from({ length: yearOf(ends) - first + 1 }, (_value, index) => ({
    year: first + index,
    day: firstDayOfYear(first + index),
  }));
}
