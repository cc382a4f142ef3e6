// A file that the server reads and keeps nothing of: what it says, or why it cannot.
import { shownHeaders, streamPath } from "./client.ts";
import { m } from "./paraglide/messages.js";

/** The reply as it came, for the shape of its stream. Throws with the words to show. */
export async function readBy({ method, path }: { method: string; path: string }, file: File): Promise<unknown> {
  const answer = await fetch(streamPath(path), {
    method,
    body: file,
    headers: { ...shownHeaders(), "content-type": "application/octet-stream" },
  }).catch(() => null);
  if (answer === null) throw new Error(m.failure_network());
  const reply: unknown = await answer.json().catch(() => null);
  if (answer.ok) return reply;
  const message = typeof reply === "object" && reply !== null && "message" in reply ? String(reply.message) : "";
  throw new Error(message === "" ? m.failure_other() : message);
}
