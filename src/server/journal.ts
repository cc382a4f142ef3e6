// The entry of a list or search: what was asked, without its words, and how many came.
import { createHmac } from "node:crypto";
import type { Actor } from "#casework/actor.ts";
import type { App } from "#kernel/app.ts";
import { noteRead } from "#log/uses/read-journal.ts";
import { reportFault } from "./faults.ts";

export function journal(app: App, actor: Actor, name: string, input: unknown, answer: unknown): void {
  const body = { asked: askedWithoutWords(app, input), came: cameIn(answer) };
  noteRead(app, actor, name, body, (error) => reportFault(name, error));
}

/** Texts that are searched for, of which the entry keeps a fingerprint: the same search is seen to be the same, and nothing more. */
const searched: readonly string[] = ["query", "summary", "concerned", "after"];

function askedWithoutWords(app: App, input: unknown): Record<string, unknown> {
  if (typeof input !== "object" || input === null) return {};
  const fields = Object.entries(input).filter(([name, value]) => name !== "after" && value !== "" && value !== null);
  return Object.fromEntries(
    fields.map(([name, value]: [string, unknown]) => [name, searched.includes(name) ? fingerprint(app, value) : value]),
  );
}

function fingerprint(app: App, value: unknown): string {
  return createHmac("sha256", app.keys.seal)
    .update(`searched ${JSON.stringify(value)}`)
    .digest("hex")
    .slice(0, 16);
}

/** How many rows the answer has; one where it is no list. */
function cameIn(answer: unknown): number {
  if (Array.isArray(answer)) return answer.length;
  const rows: unknown = typeof answer === "object" && answer !== null && "rows" in answer ? answer.rows : null;
  return Array.isArray(rows) ? rows.length : 1;
}
