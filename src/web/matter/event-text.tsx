// What one event says, as pairs of name and words.
import type { MatterView } from "#matters/contract/matters.ts";
import type { CaseworkEvent } from "#casework/events.ts";
import type { Law } from "#law/compile/law.ts";
import { decisionWords } from "./decision-words.tsx";
import type { Pair, Shown, WordsOf } from "./event-words.ts";
import { executionWords } from "./execution-words.tsx";
import { inquiryWords } from "./inquiry-words.tsx";
import { leadWords } from "./lead-words.tsx";

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

const words: WordsOf<CaseworkEvent["type"]> = { ...leadWords, ...inquiryWords, ...decisionWords, ...executionWords };

function pairsOf(event: CaseworkEvent, shown: Shown): Pair[] {
  // The table gives for each kind the words of that kind, which the compiler cannot follow through the index.
  const wordsOfKind = words[event.type] as (event: CaseworkEvent, shown: Shown) => Pair[];
  return wordsOfKind(event, shown);
}
