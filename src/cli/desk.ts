// Where a command speaks and in whose folder its files are meant: the terminal it was typed at, or, when the running server does it
// for that terminal, the operator's door.
import { AsyncLocalStorage } from "node:async_hooks";
import path from "node:path";
import type { App } from "#kernel/app.ts";

/** `app` is the server's own, open already; `folder` the one the command was typed in. */
export type Desk = { app: App; folder: string; printLine: (text: string, wrong: boolean) => void };

const desks = new AsyncLocalStorage<Desk>();

/** Null at the terminal itself. */
export const deskHere = (): Desk | null => desks.getStore() ?? null;

export function atDesk<T>(desk: Desk, work: () => Promise<T>): Promise<T> {
  return desks.run(desk, work);
}

export function printLine(text: string): void {
  const desk = deskHere();
  if (desk === null) console.log(text);
  else desk.printLine(text, false);
}

/** What goes to the error output. */
export function printError(text: string): void {
  const desk = deskHere();
  if (desk === null) console.error(text);
  else desk.printLine(text, true);
}

/** A file as whoever typed it means it. */
export function fileAt(name: string): string {
  return path.resolve(deskHere()?.folder ?? ".", name);
}
