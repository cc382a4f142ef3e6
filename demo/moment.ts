// What is done in the demonstration district beside the acts of its cases, on a past day of its own.
import type { Administered } from "#accounts/uses/accounts.ts";
import type { App } from "#kernel/app.ts";

/** `at` is an instant (ISO, UTC); the application's clock stands there. */
export type Moment = { at: string; take: (app: App) => Promise<void> };

/** Throws when it was refused: then the demonstration and the rules disagree, which is a bug. */
export function done<T>(administered: Administered<T>): T {
  if (administered.type !== "done") throw new Error(JSON.stringify(administered));
  return administered.answer;
}
