// Beside the bench of hostile files, in processes of their own: somebody who looks at pages, and many who send files that hurt.
// Usage: node bench/hostile-client.ts pages ORIGIN COOKIE SECONDS | node bench/hostile-client.ts files ORIGIN COOKIE SECONDS AT-ONCE
// Prints JSON: of pages the milliseconds of each, of files how often each status was answered and whether each was told in Chinese.

import { setTimeout as sleep } from "node:timers/promises";
import { hostileLists } from "../test/api/hostile-files.ts";

const [mode, origin = "", cookie = "", seconds = "10", atOnce = "1"] = process.argv.slice(2);
const until = performance.now() + Number(seconds) * 1000;

console.log(JSON.stringify(mode === "pages" ? await lookAtPages() : await sendFiles()));

/** A list of persons and who one is, in turn, ten times a second. */
async function lookAtPages(): Promise<number[]> {
  const took: number[] = [];
  while (performance.now() < until) {
    const began = performance.now();
    const me = await fetch(`${origin}/api/session`, { headers: { cookie } });
    const list = await fetch(`${origin}/api/persons/search`, {
      method: "POST",
      headers: { cookie, "content-type": "application/json" },
      body: "{}",
    });
    if (me.status !== 200 || list.status !== 200) throw new Error(`${me.status} ${list.status}: ${await list.text()}`);
    await Promise.all([me.text(), list.text()]);
    const milliseconds = performance.now() - began;
    took.push(milliseconds);
    await sleep(Math.max(0, 100 - milliseconds));
  }
  return took;
}

async function sendFiles(): Promise<{ statuses: Record<string, number>; untold: string[] }> {
  const files = hostileLists(true);
  const statuses: Record<string, number> = {};
  const untold: string[] = [];
  let sent = 0;
  const oneAfterAnother = async () => {
    while (performance.now() < until) {
      const file = files[(sent += 1) % files.length];
      if (file === undefined) throw new Error("there are no files");
      const reply = await fetch(`${origin}/api/lists/file`, {
        method: "POST",
        headers: { cookie, "content-type": "application/octet-stream" },
        body: new Uint8Array(file.made()),
      });
      const text = await reply.text();
      statuses[reply.status] = (statuses[reply.status] ?? 0) + 1;
      if (reply.status < 400 || reply.status > 499 || !/[一-鿿]/u.test(text))
        untold.push(`${file.name} ${reply.status}`);
    }
  };
  await Promise.all(Array.from({ length: Number(atOnce) }, oneAfterAnother));
  return { statuses, untold };
}
