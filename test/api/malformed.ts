// Malformed requests made from the contract: a body of the right shape with one thing wrong in it, for whoever may call the endpoint.
import { randomUUID } from "node:crypto";
import { roles } from "#casework/roles.ts";
import type { Role } from "#casework/roles.ts";
import { listEndpoints } from "#server/endpoints.ts";
import type { Endpoint } from "#server/endpoints.ts";
import { callOf, sampleBody, withAt } from "./sample.ts";
import type { Path } from "./sample.ts";
import type { Reply, World } from "./world.ts";

/** What no field of ours takes, or takes only in the right place. */
export const wrongs: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1e308,
  2 ** 53,
  "",
  " ",
  "0",
  "'; DROP TABLE matter; --",
  "../../etc/passwd",
  "%00%2e%2e",
  "\u0000",
  "\ud800",
  "\u202e",
  "汉".repeat(5000),
  "2025-02-30",
  "0000-00-00",
  "0001-01-01",
  "9999-12-31",
  "__proto__",
  "constructor",
  2 ** 31,
  -(2 ** 63),
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  "=1+1",
  "{{7*7}}",
  [],
  [[]],
  [null],
  {},
  { $ne: null },
  { "": "" },
  Array.from({ length: 500 }, () => "x"),
];

/** `count` requests in turn over all endpoints, the same for the same seed. Answers with what came back. */
export async function sendMalformed(
  world: World,
  count: number,
  seed: number,
  look: (endpoint: Endpoint, reply: Reply, sent: string) => void,
): Promise<void> {
  const below = randomFrom(seed);
  const endpoints = listEndpoints().filter(({ name }) => name !== "session.signOut");
  for (let sent = 0; sent < count; sent += 1) {
    const endpoint = endpoints[sent % endpoints.length];
    if (endpoint === undefined) throw new Error("there are no endpoints");
    const whole = sampleBody(endpoint) ?? {};
    const places = placesIn(whole);
    const place: Path = places[below(places.length)] ?? [];
    const wrong = wrongs[below(wrongs.length)];
    const body = below(12) === 0 ? dropped(whole, place) : withAt(whole, place, wrong);
    const made =
      typeof body === "object" && body !== null && !Array.isArray(body)
        ? callOf(endpoint, body as Record<string, unknown>)
        : { ...callOf(endpoint, {}), body }; // an object is what callOf takes
    const raw = below(20) === 0 ? ["{", "[1,", "\u0000", '{"a":1e999}', "null", '"x"'][below(6)] : undefined;
    const { access } = endpoint.meta;
    const role: Role | null =
      access === "anyone" || access === "token"
        ? null
        : access === "signed-in"
          ? (roles[below(roles.length)] ?? null)
          : (access[below(access.length)] ?? null);
    const call = {
      as: role,
      method: endpoint.method,
      path: made.path,
      ...(endpoint.method === "GET" ? {} : { body: raw ?? made.body ?? {} }),
      ...(raw === undefined ? {} : { headers: { "content-type": "application/json" } }),
    };
    const told = JSON.stringify(call).slice(0, 300);
    const reply = await world.call(call).catch((error: unknown) => {
      throw new Error(`no answer to ${endpoint.name} ${told}`, { cause: error });
    });
    look(endpoint, reply, told);
  }
}

/** Every place in a body, the whole first. */
export function placesIn(value: unknown, path: Path = []): Path[] {
  const inside = Array.isArray(value)
    ? value.flatMap((one: unknown, index) => placesIn(one, [...path, index]))
    : typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, one]) => placesIn(one, [...path, key]))
      : [];
  return [path, ...inside];
}

function dropped(whole: unknown, place: Path): unknown {
  return place.length === 0 ? { unknown: randomUUID() } : withAt(whole, place, undefined);
}

/** A small generator of whole numbers below a bound. */
export function randomFrom(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}
