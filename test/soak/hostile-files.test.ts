// Files that hurt, as large as an upload may be, forty at once over every door where lists are read, again and again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hostileLists } from "../api/hostile-files.ts";
import { openWorld } from "../api/world.ts";

const world = await openWorld();

test(
  "forty senders of large files: every answer is 4xx, in Chinese, and memory comes back",
  { timeout: 1_800_000 },
  async (t) => {
    const files = hostileLists(true);
    const paths = ["/api/lists/file", "/api/eligibility/list?purpose=promotion&date=2026-01-01"];
    const statuses = new Map<number, number>();
    const before = process.memoryUsage.rss();
    let sent = 0;
    await Promise.all(
      Array.from({ length: 40 }, async () => {
        while (sent < files.length * paths.length * 3) {
          const [file, path] = [files[sent % files.length], paths[sent % paths.length]];
          sent += 1;
          if (file === undefined || path === undefined) return;
          const reply = await fetch(`${world.origin}${path}`, {
            method: "POST",
            headers: { cookie: await world.cookieOf("personnel-officer"), "content-type": "application/octet-stream" },
            body: new Uint8Array(file.made()),
          });
          const text = await reply.text();
          statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
          assert.ok(reply.status >= 400 && reply.status < 500, `${file.name} ${reply.status} ${text.slice(0, 200)}`);
          assert.match(text, /[一-鿿]/u);
        }
      }),
    );
    globalThis.gc?.();
    const grown = Math.round((process.memoryUsage.rss() - before) / 2 ** 20);
    t.diagnostic(
      `${[...statuses].map(([status, count]) => `${status}: ${count}`).join(", ")}; ${grown} MB more, the senders' files included`,
    );
  },
);
