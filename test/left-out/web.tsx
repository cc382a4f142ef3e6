// What the screens of acts do not compile without. Compiled with the browser part; there is nothing to run.
import type { ActId } from "#casework/acts.ts";
import type { CaseworkEvent } from "#casework/events.ts";
import { forms, wordsOfEvents } from "#web/acts/forms.tsx";
import type { PropsOf, Seen } from "#web/acts/forms.tsx";
import type { WordsOf } from "#web/matter/event-words.ts";

type All = { [Id in ActId]: Seen<PropsOf<Id>> };
const { close, ...others } = forms;
export const whole: All = forms;
// @ts-expect-error an act that has neither form nor words
export const allForms: All = others;
// @ts-expect-error no form
export const formless: Seen<PropsOf<"close">> = { words: close.words };
// @ts-expect-error no words
export const wordless: Seen<PropsOf<"close">> = { form: close.form };
// @ts-expect-error a form that needs a case, for an act done in a lead
export const ofCase: Seen<PropsOf<"dispose-lead">> = forms.close;

const { closed: _closed, ...otherWords } = wordsOfEvents;
// @ts-expect-error a kind of event that nothing is said of
export const words: WordsOf<CaseworkEvent["type"]> = otherWords;
