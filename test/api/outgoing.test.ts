// No connection leaves the machine: the application is started, asked for all that it makes, and ended where there is no network but its
// own, and every connection that it tries is written down.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { figure } from "../figure.ts";
import { freePort } from "../free-port.ts";

const root = path.join(import.meta.dirname, "../..");
const folder = mkdtempSync(path.join(os.tmpdir(), "wenze-outgoing-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A network of its own, with nothing in it but this machine. */
const alone = ["unshare", "-rn", "sh", "-c", 'ip link set lo up && exec "$@"', "alone"];
const watching = (file: string) => [
  "strace",
  "-f",
  "-qq",
  "--seccomp-bpf",
  "-e",
  "trace=connect,sendto,sendmsg",
  "-o",
  file,
];

function works(command: readonly string[]): boolean {
  const [program, ...rest] = [...command, "true"];
  return spawnSync(program ?? "", rest, { stdio: "ignore" }).status === 0;
}

const canBeAlone = works(alone);
const canWatch = works(watching(path.join(folder, "tried")));
const how = [...(canBeAlone ? alone : []), ...(canWatch ? watching(path.join(folder, "calls")) : [])];
const skip =
  canBeAlone || canWatch ? false : "neither a network namespace (unshare) nor strace may be used on this machine";

/** Addresses that were written to, but for those of the machine itself. */
function addressesTried(): string[] {
  if (!canWatch) return [];
  return readFileSync(path.join(folder, "calls"), "utf8")
    .split("\n")
    .filter((line) => /sa_family=AF_INET6?\b/u.test(line))
    .filter((line) => !/inet_addr\("127\.|"::1"|"::ffff:127\./u.test(line));
}

function begin(args: readonly string[], env: Record<string, string> = {}) {
  const [program = "", ...rest] = [...how, process.execPath, ...args];
  const { DATABASE_URL: _url, WENZE_TEST_ENGINE: _engine, NODE_TEST_CONTEXT: _test, ...inherited } = process.env;
  const child = spawn(program, rest, {
    cwd: root,
    env: { ...inherited, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (piece: string) => {
      printed += piece;
    });
  return { child, printed: () => printed, ended: once(child, "close") };
}

test(
  "a connection that is tried is seen, whether to an address or to ask for one",
  { skip: skip === false && !canWatch ? "strace may not be used on this machine" : skip },
  async () => {
    const tried = 'require("node:net").connect(9, "192.0.2.1").on("error", () => process.exit())';
    const looked = 'require("node:dns").resolve("example.invalid", () => process.exit())';
    for (const program of [tried, looked]) {
      const one = begin(["-e", `setTimeout(() => process.exit(), 3000); ${program}`]);
      await one.ended;
      assert.ok(addressesTried().length > 0, program);
    }
  },
);

/** In the tests what renders, reads files and speaks of programs; in the soak every endpoint. */
const asked =
  process.env["WENZE_SOAK"] === "1"
    ? "leaves an entry"
    : "^(?:session\\.signIn|streams\\.(?!downloadBodyFile)|letters\\.|programs|log\\.|imports\\.).* leaves an entry";

test(
  "every endpoint that makes or reads a file is answered without a network, and none tries to use one",
  { skip },
  async (t) => {
    const walk = begin(
      [
        "--test",
        "--test-isolation=none",
        `--test-name-pattern=${asked}`,
        "--test-reporter=./scripts/report.mjs",
        "test/api/log.test.ts",
      ],
      { WENZE_TEST_COUNTS: path.join(folder, "counts") },
    );
    const [status] = (await walk.ended) as [number | null];
    assert.equal(status, 0, walk.printed());
    const { passed } = JSON.parse(readFileSync(path.join(folder, "counts"), "utf8")) as { passed: number };
    assert.ok(passed > 10, walk.printed());
    assert.deepEqual(addressesTried(), []);
    figure(t, "no-outgoing", `${passed} 类请求，0 个向外的连接 · ${passed} kinds of requests, 0 outgoing connections`);
  },
);

test("nor does a first start, nor its end", { skip }, async () => {
  const data = path.join(folder, "data");
  const begun = begin(["src/cli/main.ts", "init", "--data", data]);
  await begun.ended;
  assert.equal(begun.child.exitCode, 0, begun.printed());
  assert.deepEqual(addressesTried(), []);
  const started = begin(["src/cli/main.ts", "start", "--data", data, "--port", String(await freePort())]);
  try {
    for (let waited = 0; !/Ctrl-C/u.test(started.printed()); waited += 1) {
      assert.ok(waited < 600 && started.child.exitCode === null, started.printed());
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } finally {
    // What watches it hands the signal on to all that it started.
    if (started.child.pid !== undefined && started.child.exitCode === null) process.kill(-started.child.pid, "SIGTERM");
  }
  await started.ended;
  assert.deepEqual(addressesTried(), []);
});
