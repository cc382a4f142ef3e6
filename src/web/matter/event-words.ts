// What stands in the words of one event: pairs of name and words, by kind of event.
import type { ReactNode } from "react";
import type { MatterView } from "#matters/contract/matters.ts";
import type { CaseworkEvent } from "#casework/events.ts";
import type { Law } from "#law/compile/law.ts";

export type Pair = [name: string, words: ReactNode];
export type Shown = { view: MatterView; law: Law };
export type EventOf<T extends CaseworkEvent["type"]> = Extract<CaseworkEvent, { type: T }>;
export type WordsOf<T extends CaseworkEvent["type"]> = { [K in T]: (event: EventOf<K>, shown: Shown) => Pair[] };
