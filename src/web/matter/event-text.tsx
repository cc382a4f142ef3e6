// What one event says, as pairs of name and words.
import type { MatterView } from "#matters/contract/matters.ts";
import type { CaseworkEvent } from "#casework/events.ts";
import type { Law } from "#law/compile/law.ts";
import { wordsOfEvents } from "../acts/forms.tsx";
import type { Pair, Shown } from "./event-words.ts";
import "./event-text.css";

export function EventText({ event, view, law }: { event: CaseworkEvent; view: MatterView; law: Law }) {
  return (
    <dl className="event-text">
      {pairsOf(event, { view, law })
        .filter(([, words]) => words !== null && words !== "")
        .map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
    </dl>
  );
}

function pairsOf(event: CaseworkEvent, shown: Shown): Pair[] {
  // The table gives for each kind the words of that kind, which the compiler cannot follow through the index.
  const wordsOfKind = wordsOfEvents[event.type] as (event: CaseworkEvent, shown: Shown) => Pair[];
  return wordsOfKind(event, shown);
}
