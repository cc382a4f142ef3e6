// Scripts in every text that anybody can enter: what is sent to the contract carries them wherever it is taken, and the screens show it.
import { randomUUID } from "node:crypto";
import type { Receipt } from "#matters/contract/acts.ts";
import type { ActId } from "#casework/acts.ts";
import type { Role } from "#casework/roles.ts";
import { placesIn } from "../api/malformed.ts";
import { withAt } from "../api/sample.ts";
import type { Path } from "../api/sample.ts";
import type { Reply, World } from "../api/world.ts";

/** Every way by which a text may become a program; each tells `ran` its number. */
const forms: readonly ((number: number) => string)[] = [
  (n) => `<script>ran(${n})</script>`,
  (n) => `<img src=x onerror=ran(${n})>`,
  (n) => `"><svg/onload=ran(${n})>`,
  (n) => `'-ran(${n})-'`,
  (n) => `javascript:ran(${n})`,
  (n) => `<iframe srcdoc="<script>parent.ran(${n})</script>">`,
  (n) => `</textarea><script>ran(${n})</script>`,
  (n) => `<a href="javascript:ran(${n})">x</a>`,
  (n) => `{{constructor.constructor("ran(${n})")()}}`,
  (n) => `\${ran(${n})}`,
  (n) => `<math><mtext><style><img src=x onerror=ran(${n})>`,
  (n) => `<body onload=ran(${n})>`,
  (n) => `<details open ontoggle=ran(${n})>`,
  (n) => `<input autofocus onfocus=ran(${n})>`,
  (n) => `</title><script>ran(${n})</script>`,
  (n) => `<object data="javascript:ran(${n})">`,
  (n) => `<base href="javascript:ran(${n})//">`,
  (n) => `<form action="javascript:ran(${n})"><button autofocus>`,
  (n) => `<video><source onerror=ran(${n})>`,
  (n) => `--><script>ran(${n})</script><!--`,
];

/** How many kinds of scripts there are, each once for every number. */
export const scripts = 500;

function scriptOf(number: number): string {
  return forms[number % forms.length]?.(number) ?? "";
}

/** What carries scripts now, by endpoint and place; and how many of them there are. */
export type Planted = { fields: Set<string>; count: number; known: Map<string, string> };

/** Fields that are no text: ids, keys, days, names of kinds, numbers of documents that have a form of their own. */
const noText = /^\d{4}-\d{2}|^[a-z0-9-]+$|^[0-9a-f-]{36}$/u;

function textPlaces(value: unknown): Path[] {
  return placesIn(value).filter((place) => {
    const text = textAt(value, place);
    return text !== "" && !noText.test(text) && place.at(-1) !== "key";
  });
}

/** Empty where no text stands. */
function textAt(value: unknown, place: Path): string {
  const text = place.reduce<unknown>((inside, part) => (inside as Record<string | number, unknown>)[part], value); // the path was found by walking it
  return typeof text === "string" ? text : "";
}

type Sent<T> = { done: T } | { refused: string; at: readonly string[] };

/** How much a place takes: a dozen scripts, one, or none. */
type Room = 12 | 1 | 0;
const less: Readonly<Record<Room, Room>> = { 12: 1, 1: 0, 0: 0 };

/**
 * Sends an input with scripts in all its texts; what is refused, by its path, gets fewer, and at last none. What an earlier input called by a
 * name that carries scripts now is called so again. `send` answers with the paths that were refused.
 */
async function sendPlanted<T>(
  planted: Planted,
  name: string,
  input: unknown,
  send: (input: unknown) => Promise<Sent<T>>,
): Promise<Sent<T>> {
  const rooms = new Map<Path, Room>(textPlaces(input).map((place) => [place, 12]));
  for (let tries = 0; tries < 30; tries += 1) {
    const texts = [...rooms].flatMap(([place, room]): [Path, string][] =>
      room === 0 ? [] : [[place, planted.known.get(textAt(input, place)) ?? textOf(planted, room)]],
    );
    const sent = await send(texts.reduce((changed, [place, text]) => withAt(changed, place, text), input));
    if ("refused" in sent) {
      if (texts.length === 0) return sent;
      const named = [...rooms.keys()].filter((place) =>
        sent.at.some((at) => at !== "" && place.join(".").startsWith(at)),
      );
      const open = named.filter((place) => rooms.get(place) !== 0);
      const some = open.length > 0 ? open : texts.map(([place]) => place).slice(-Math.ceil(texts.length / 2));
      for (const place of some) rooms.set(place, less[rooms.get(place) ?? 0]);
      continue;
    }
    for (const [place, text] of texts) {
      planted.known.set(textAt(input, place), text);
      planted.fields.add(`${name} ${place.filter((part) => typeof part === "string").join(".")}`);
    }
    return sent;
  }
  return send(input);
}

function textOf(planted: Planted, room: number): string {
  const texts = Array.from({ length: room }, (_one, index) => scriptOf((planted.count + index) % scripts));
  planted.count += room;
  return texts.join(" ");
}

/** How caseAt and its like do an act: with scripts in it. */
export function doingPlanted(world: World, planted: Planted) {
  return async (role: Role, act: ActId, at: Receipt | null, input: unknown): Promise<Receipt> => {
    const sent = await sendPlanted<Receipt>(planted, act, input, async (changed) => {
      const request = {
        matterId: at?.matterId ?? null,
        version: at?.version ?? null,
        key: randomUUID(),
        input: changed,
      };
      const reply = await world.call({ as: role, method: "POST", path: `/api/acts/${act}`, body: request });
      return outcomeOf(reply, "input.");
    });
    if ("refused" in sent) throw new Error(`${act}: ${sent.refused}`);
    return sent.done;
  };
}

/** The call with scripts in its body; the answer of the last that was sent. */
export function callingPlanted(call: World["call"], planted: Planted): World["call"] {
  return async (asked) => {
    const isBody = typeof asked.body === "object" && asked.body !== null && !(asked.body instanceof Blob);
    if (asked.method !== "POST" || !isBody || /\/(?:session|search|preview|check|acts)\b/u.test(asked.path))
      return call(asked);
    let last: Reply | null = null;
    const name = asked.path.replaceAll(/[0-9a-f-]{36}|\d+/gu, ":id");
    await sendPlanted<unknown>(planted, name, asked.body, async (body) => {
      // A key belongs to what was sent with it.
      const keyed = { ...(body as object), ...("key" in (asked.body as object) && { key: randomUUID() }) };
      last = await call({ ...asked, body: keyed });
      return outcomeOf(last, "");
    });
    if (last === null) throw new Error(`nothing was sent to ${asked.path}`);
    return last;
  };
}

/** What an answer says was refused, by the path of each field without what stands before it. */
function outcomeOf<T>(reply: Reply, before: string): Sent<T> {
  if (reply.status === 200) return { done: reply.json as T }; // what the endpoint answers with
  const said = (reply.json as { data?: { issues?: { path: string }[]; refusals?: { field?: string }[] } } | null)?.data;
  const at = [
    ...(said?.issues ?? []).map(({ path }) => path),
    ...(said?.refusals ?? []).map(({ field }) => field ?? ""),
  ];
  return { refused: reply.text, at: at.map((path) => (path.startsWith(before) ? path.slice(before.length) : path)) };
}
