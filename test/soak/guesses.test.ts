// Ten thousand guesses over a hundred accounts and fifty addresses.
import assert from "node:assert/strict";
import { test } from "node:test";
import { guess } from "../api/guesses.ts";
import { openWorld } from "../api/world.ts";

test(
  "10,000 guesses over 100 accounts from 50 addresses: five of each account reach a password, no owner is shut out",
  { timeout: 1_800_000 },
  async () => {
    const guessed = await guess(await openWorld(), { accounts: 100, addresses: 50, guesses: 10_000, at: 20 });
    console.log(`guesses: ${JSON.stringify(guessed)}`);
    assert.equal(guessed.most, 5);
    assert.equal(guessed.let, 500);
    assert.equal(guessed.turnedAway, 9500);
    assert.equal(guessed.ownersIn, 500);
  },
);
