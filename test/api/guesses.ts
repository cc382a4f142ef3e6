// Guessing at passwords, from devices that nobody knows, while the owners go on signing in from theirs.
import assert from "node:assert/strict";
import { hashPassword } from "#accounts/passwords.ts";
import { addAccount } from "../settled.ts";
import { inTransaction } from "#database/database.ts";
import { password } from "./world.ts";
import type { Reply, World } from "./world.ts";

export type Guessing = { accounts: number; addresses: number; guesses: number; at: number };
export type Guessed = {
  /** Guesses that reached the password, of the account that had the most. */
  most: number;
  let: number;
  turnedAway: number;
  ownersIn: number;
  milliseconds: number;
};

/** Each owner has signed in once; then the guesses come, `at` so many a time, and each owner signs in again among them. */
export async function guess(world: World, { accounts, addresses, guesses, at }: Guessing): Promise<Guessed> {
  const names = Array.from({ length: accounts }, (_, index) => `owner-${index}`);
  await addOwners(world, names);
  const devices = new Map<string, string>();
  for (const name of names) devices.set(name, deviceIn(await signIn(world, name, password, "192.0.2.7")));
  const reached = new Map<string, number>();
  let turnedAway = 0;
  let ownersIn = 0;
  const began = performance.now();
  for (let done = 0; done < guesses; done += at) {
    const some = Array.from({ length: Math.min(at, guesses - done) }, async (_, index) => {
      const name = names[(done + index) % names.length] ?? "";
      const reply = await signIn(world, name, `Falsch-${done + index}`, `198.51.100.${(done + index) % addresses}`);
      if (reply.status === 401) reached.set(name, (reached.get(name) ?? 0) + 1);
      else {
        assert.equal(reply.status, 429, reply.text);
        turnedAway += 1;
      }
    });
    await Promise.all(some);
    const owner = names[(done / at) % names.length] ?? "";
    const reply = await signIn(world, owner, password, "192.0.2.7", devices.get(owner));
    assert.equal(reply.status, 200, `${owner}: ${reply.text}`);
    ownersIn += 1;
  }
  const counts = [...reached.values()];
  return {
    most: Math.max(...counts),
    let: counts.reduce((sum, count) => sum + count, 0),
    turnedAway,
    ownersIn,
    milliseconds: Math.round(performance.now() - began),
  };
}

export function signIn(
  world: World,
  account: string,
  typed: string,
  address: string,
  device?: string,
  code: string | null = null,
): Promise<Reply> {
  return world.call({
    method: "POST",
    path: "/api/session",
    body: { account, password: typed, code },
    headers: { "x-forwarded-for": address, ...(device === undefined ? {} : { cookie: device }) },
  });
}

/** The cookie by which the browser is known again. */
export function deviceIn(reply: Reply): string {
  const cookie = reply.headers.getSetCookie().find((one) => one.startsWith("wenze-device="));
  assert.ok(cookie !== undefined, reply.text);
  return cookie.split(";")[0] ?? "";
}

async function addOwners(world: World, names: readonly string[]): Promise<void> {
  const hashed = await hashPassword(password);
  await inTransaction(
    world.app.database,
    { jurisdictionId: world.app.jurisdictionId, accountId: null },
    async (trx) => {
      for (const name of names)
        await addAccount(trx, {
          id: name,
          account: name,
          name,
          roles: ["reviewer"],
          organizationId: null,
          personId: null,
          password: hashed,
          mustChangePassword: false,
        });
    },
  );
}
