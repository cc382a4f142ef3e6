// A server that is closed while people are asking: what is under way is brought to its end first, and no fault is told of.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mock, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { createServer } from "#server/server.ts";
import { openDatabase } from "#database/database.ts";
import { appOfZone, foundZone, signInAsker } from "../../bench/zone.ts";
import { preparedFolder } from "../database/engines.ts";

test("closed while twenty ask and go away, the server ends what it does for them before its database is closed", async () => {
  const dataFolder = await preparedFolder();
  const database = await openDatabase({ dataFolder });
  await foundZone(database, dataFolder);
  const server = await createServer(await appOfZone(database, dataFolder), { pages: null, requestsPerMinute: 1e6 });
  const origin = await server.listen({ host: "127.0.0.1", port: 0 });
  const cookie = await signInAsker(origin);
  const operator = mock.method(process.stderr, "write", () => true);
  try {
    const gone = new AbortController();
    const asked = Array.from({ length: 20 }, (_, index) => {
      const names = [{ name: `无此人${index}` }];
      const question = { purpose: "promotion", date: "2024-12-31", year: null, names };
      const unit = { key: randomUUID(), parentId: null, name: `单位${index}`, kind: "government", managedBy: "zone" };
      const [path, body] = index % 2 === 0 ? ["/eligibility", question] : ["/organizations", unit];
      const headers = { cookie, "content-type": "application/json" };
      return fetch(`${origin}/api${path}`, {
        method: "POST",
        headers,
        body: JSON.stringify(body),
        signal: gone.signal,
      });
    });
    for (const one of asked) one.catch(() => undefined);
    await Promise.race(asked);
    gone.abort();
    await server.close();
    await database.close();
    await sleep(100);
    const told = operator.mock.calls.map(({ arguments: [text] }) => String(text));
    assert.deepEqual(told, []);
  } finally {
    operator.mock.restore();
  }
});
