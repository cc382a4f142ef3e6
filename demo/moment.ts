// What is done in the demonstration district beside the acts of its cases, on a past day of its own.
import type { Answer, Unfit } from "#kernel/answer.ts";
import type { App } from "#kernel/app.ts";

/** `at` is an instant (ISO, UTC); the application's clock stands there. */
export type Moment = { at: string; take: (app: App) => Promise<void> };

/** Throws when it was refused: then the demonstration and the rules disagree, which is a bug. */
export function done<T>(answered: Answer<T> | Unfit): T {
  if (answered.type !== "done") throw new Error(JSON.stringify(answered));
  return answered.answer;
}
