// `wenze init` and `wenze start` as a person meets them: what they print, how they refuse, how a real start goes on, and how it ends.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import test, { after } from "node:test";
import { totpCode } from "#accounts/totp.ts";
import { freePort } from "../free-port.ts";

const root = path.join(import.meta.dirname, "../..");
const folder = mkdtempSync(path.join(os.tmpdir(), "wenze-start-"));
const running: ChildProcess[] = [];
after(() => {
  for (const child of running) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

type Run = { child: ChildProcess; printed: () => string; ended: Promise<number | null> };

function run(args: string[], env: Record<string, string> = {}, program = "src/cli/main.ts"): Run {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [path.join(root, program), ...args], {
    cwd: folder,
    env: { ...inherited, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.push(child);
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (piece: string) => {
    text += piece;
  });
  child.stderr.setEncoding("utf8").on("data", (piece: string) => {
    text += piece;
  });
  return {
    child,
    printed: () => text,
    ended: once(child, "close").then(([code]: unknown[]) => (typeof code === "number" ? code : null)),
  };
}

async function printedWith({ child, printed }: Run, words: RegExp): Promise<string> {
  for (let waited = 0; waited < 600; waited += 1) {
    if (words.test(printed())) return printed();
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return assert.fail(`never printed ${String(words)}: ${printed()}`);
}

/** A start that must fail: exit status 1, one sentence in each language, no trace. */
function checkRefused(
  name: string,
  args: () => string[] | Promise<string[]>,
  words: RegExp,
  env: Record<string, string> = {},
) {
  test(name, async () => {
    const started = run(await args(), env);
    assert.equal(await started.ended, 1, started.printed());
    const lines = started.printed().trim().split("\n");
    assert.match(started.printed(), words);
    assert.equal(lines.length, 2, started.printed());
    assert.match(lines[0] ?? "", /[一-鿿]/u);
    assert.doesNotMatch(started.printed(), /^\s+at /mu);
  });
}

const data = path.join(folder, "data");
const port = await freePort();
const begun = run(["init", "--data", data]);
assert.equal(await begun.ended, 0, begun.printed());
const first = run(["start", "--data", data, "--port", String(port)]);
const origin = `http://127.0.0.1:${port}`;
await printedWith(first, /Ctrl-C/u);

type Session = { cookie: string };

async function post(
  session: Session | null,
  below: string,
  body: unknown,
): Promise<{ status: number; json: Record<string, string>; cookie: string }> {
  const response = await fetch(`${origin}/api${below}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...session },
    body: JSON.stringify(body),
  });
  return {
    status: response.status,
    json: (await response.json()) as Record<string, string>,
    cookie: response.headers.getSetCookie()[0]?.split(";")[0] ?? "",
  };
}

/** Signs in with the one-time password and changes it, as the first thing everybody does. */
async function arrive(account: string, oneTime: string): Promise<Session> {
  const { status, cookie, json } = await post(null, "/session", { account, password: oneTime });
  assert.equal(status, 200, JSON.stringify(json));
  const changed = await post({ cookie }, "/session/password", {
    key: randomUUID(),
    current: oneTime,
    next: "Xin-Mima-2026",
  });
  assert.equal(changed.status, 200, JSON.stringify(changed.json));
  return { cookie };
}

/** An administrator of a real start does nothing before a one-time code is taken up. */
async function arriveAdministrator(account: string, oneTime: string): Promise<Session> {
  const session = await arrive(account, oneTime);
  const early = await post(session, "/organizations", { key: randomUUID() });
  assert.equal(early.status, 403, JSON.stringify(early.json));
  const begun = await post(session, "/session/totp", { key: randomUUID() });
  const code = totpCode(begun.json["secret"] ?? "", Temporal.Now.instant().epochMilliseconds);
  const confirmed = await post(session, "/session/totp/confirmation", { key: randomUUID(), code });
  assert.equal(confirmed.status, 200, JSON.stringify(confirmed.json));
  return session;
}

type Reply = { status: number; json: Record<string, string> };

function done({ status, json }: Reply): Record<string, string> {
  assert.equal(status, 200, JSON.stringify(json));
  return json;
}

/** An account that the system administrator makes and that gets its first role from two; answers with the one-time word of both halves. */
async function accountInRole(
  { system, security }: { system: Session; security: Session },
  { account, name, role }: { account: string; name: string; role: string },
  whose: (accountId: string) => Promise<void> = async () => undefined,
): Promise<string> {
  const { accountId = "" } = done(await post(system, "/accounts", { key: randomUUID(), account, name }));
  await whose(accountId);
  const roles = { key: randomUUID(), roles: [role], reason: "到岗" };
  assert.equal((await post(system, `/accounts/${accountId}/roles`, roles)).status, 403);
  const asked = done(await post(security, `/accounts/${accountId}/roles`, roles));
  const decision = `/administration/requests/${asked["requestId"] ?? ""}`;
  assert.equal((await post(security, decision, { key: randomUUID(), approved: true })).status, 422);
  const approved = done(await post(system, decision, { key: randomUUID(), approved: true }));
  return `${asked["half"] ?? ""}${approved["half"] ?? ""}`;
}

test("init shows three administrators, who let in the first personnel officer, who fills it with units, people and their accounts", async () => {
  const shown = new Map(
    [...begun.printed().matchAll(/^ {2}(\w+admin) +(\S+) /gmu)].map(([, account, password]) => [
      account ?? "",
      password ?? "",
    ]),
  );
  assert.deepEqual([...shown.keys()], ["sysadmin", "secadmin", "auditadmin"]);
  const system = await arriveAdministrator("sysadmin", shown.get("sysadmin") ?? "");
  const security = await arriveAdministrator("secadmin", shown.get("secadmin") ?? "");
  const both = { system, security };
  const word = await accountInRole(both, { account: "zuzhi", name: "李同志", role: "personnel-officer" });
  const personnel = await arrive("zuzhi", word);
  const unit = {
    key: randomUUID(),
    parentId: null,
    name: "生态环境局",
    kind: "government",
    managedBy: "zone",
  };
  assert.equal((await post(system, "/organizations", unit)).status, 403);
  const { organizationId } = done(await post(personnel, "/organizations", unit));
  const { personId } = done(
    await post(personnel, "/persons", {
      key: randomUUID(),
      name: "钱有为",
      sex: "male",
      idNumber: "210502198409096120",
      partyMember: true,
      organizationId,
      post: "局长",
      level: "乡科级正职",
      leadingPost: true,
      managedBy: "zone",
      from: "2020-01-01",
    }),
  );
  const named = async (accountId: string) => {
    done(await post(personnel, `/accounts/${accountId}/person`, { key: randomUUID(), personId }));
  };
  const officerWord = await accountInRole(
    both,
    { account: "jijian", name: "孙同志", role: "discipline-officer" },
    named,
  );
  const officer = await arrive("jijian", officerWord);
  const lead = await post(officer, "/acts/register-lead", {
    matterId: null,
    version: null,
    key: randomUUID(),
    input: {
      source: "petition",
      receivedOn: "2025-01-06",
      summary: "反映问题",
      concerned: [{ name: "赵某", unit: "生态环境局", personId: null }],
    },
  });
  assert.equal(lead.status, 200, JSON.stringify(lead.json));
});

checkRefused(
  "a port that is in use is said so",
  () => ["start", "--data", path.join(folder, "other"), "--port", String(port)],
  /端口 \d+ 已被占用/u,
);
checkRefused(
  "a second process on the same folder is refused",
  async () => ["start", "--data", data, "--port", String(await freePort())],
  /正被另一个进程/u,
);
checkRefused(
  "a folder that cannot be is refused",
  async () => ["start", "--data", "/dev/null/data", "--port", String(await freePort())],
  /无法写入/u,
);
checkRefused(
  "a database that is not there is refused",
  async () => ["start", "--data", path.join(folder, "third"), "--port", String(await freePort())],
  /DATABASE_URL/u,
  { DATABASE_URL: "postgres://nobody:secret@127.0.0.1:1/none" },
);
checkRefused("a district is set up once", () => ["init", "--data", data], /正被另一个进程/u);
checkRefused(
  "an option of a release before is refused",
  () => ["start", "--data", path.join(folder, "fourth"), "--empty"],
  /命令参数有误/u,
);
for (const command of [
  ["audit", "verify"],
  ["audit", "checkpoint"],
  ["rebuild"],
  ["sweep"],
  ["backup", "b.age"],
  ["recovery", "key", "p1", "p2"],
])
  checkRefused(
    `a typo in --data of ${command[0]} ${command[1] ?? ""} is refused, names the folder, and makes nothing`,
    () => {
      after(() => assert.ok(!existsSync(path.join(folder, "dta"))));
      return [...command, "--data", path.join(folder, "dta")];
    },
    /数据目录 .*dta 还没有建立/u,
  );
checkRefused("a port that is none is refused", () => ["start", "--port", "70000"], /1 至 65535/u);
checkRefused("an option that nobody knows is refused", () => ["start", "--fast"], /命令参数有误/u);

test("while the server runs, the log is signed, countersigned, proved and exported, and a backup is made, from the terminal", async () => {
  const wenze = async (...args: string[]) => {
    const done = run(args);
    assert.equal(await done.ended, 0, `${args.join(" ")}: ${done.printed()}`);
    return done.printed();
  };
  assert.match(await wenze("audit", "verify", "--data", data), /日志完整/u);
  assert.match(await wenze("rebuild", "--data", data), /1 件线索和案件/u);
  assert.match(
    await wenze("audit", "checkpoint", "--out", "checkpoint.json", "--data", data),
    /检查点 checkpoint \d+/u,
  );
  await wenze("audit", "countersign", "checkpoint.json", "--key", "second.key", "--name", "上级纪委");
  assert.match(await wenze("audit", "accept", "checkpoint.json", "--data", data), /新增会签 1 个/u);
  const proof = await wenze("audit", "prove", "--chain", "jurisdiction", "--seq", "1", "--data", data);
  writeFileSync(path.join(folder, "proof.json"), proof);
  await wenze("audit", "algorithm", "sm3", "--data", data);
  await wenze("audit", "export", "log.jsonl", "--data", data);
  // In the folder where it was typed, not where the server runs; and whole for the program that shares no code with it.
  const verify = (...args: string[]) =>
    spawnSync(process.execPath, [path.join(root, "verify/verify.mjs"), ...args], { cwd: folder, encoding: "utf8" });
  const key = ["--key", path.join(data, "keys/checkpoint.key.pub")];
  const kept = [...key, "--checkpoint", "checkpoint.json", "--countersigner", "second.key.pub"];
  const whole = verify("log.jsonl", ...kept);
  assert.equal(whole.status, 0, whole.stdout + whole.stderr);
  assert.equal(verify("--proof", "proof.json", ...key).status, 0);
  writeFileSync(path.join(folder, "cut.jsonl"), readFileSync(path.join(folder, "log.jsonl"), "utf8").slice(0, -200));
  assert.notEqual(verify("cut.jsonl", ...kept).status, 0);
  const refused = run(["audit", "accept", "proof.json", "--data", data]);
  assert.equal(await refused.ended, 1);
  assert.match(refused.printed(), /不是检查点文件/u);
  const unsealed = run(["backup", "backup.age", "--data", data]);
  assert.equal(await unsealed.ended, 1);
  assert.match(unsealed.printed(), /还没有恢复密钥/u);
  await wenze("recovery", "key", "part-1.json", "part-2.json", "--data", data);
  assert.match(await wenze("backup", "backup.age", "--data", data), /备份完成，已读回核对 \d+ 部分/u);
  assert.match(await wenze("backup", "test", "backup.age", "--data", data), /试恢复成功/u);
});

test("two people bring a backup back with a part each, and neither alone", async () => {
  const to = path.join(folder, "restored");
  const part = (number: number) => ["--part", `part-${number}.json`];
  const alone = run(["restore", "backup.age", ...part(1), ...part(1), "--data", to]);
  assert.equal(await alone.ended, 1);
  assert.match(alone.printed(), /不属于同一恢复密钥|同一份/u);
  assert.ok(!existsSync(to));
  const restored = run(["restore", "backup.age", ...part(2), ...part(1), "--data", to]);
  assert.equal(await restored.ended, 0, restored.printed());
  assert.match(restored.printed(), /恢复完成，逐项核对一致/u);
  const verified = run(["audit", "verify", "--data", to]);
  assert.equal(await verified.ended, 0, verified.printed());
  const again = run(["restore", "backup.age", ...part(2), ...part(1), "--data", to]);
  assert.equal(await again.ended, 1);
  assert.match(again.printed(), /不是空的/u);
});

test("a signal ends it cleanly, and the next start serves what was there", async () => {
  first.child.kill("SIGTERM");
  assert.equal(await first.ended, 0, first.printed());
  assert.match(first.printed(), /已停止/u);

  const began = performance.now();
  // As `npm start` does it: from the joined program.
  const again = run(["--data", data, "--port", String(port)], {}, "scripts/start.mjs");
  const text = await printedWith(again, /Ctrl-C/u);
  // A figure, not a bound: other tests share the machine.
  console.log(`second start: serving after ${Math.round(performance.now() - began)} ms`);
  assert.doesNotMatch(text, /一次性密码|演示/u);
  const { status } = await post(null, "/session", { account: "jijian", password: "Xin-Mima-2026" });
  assert.equal(status, 200);
  again.child.kill("SIGINT");
  assert.equal(await again.ended, 0, again.printed());
});

test("rebuild and audit verify find all in order on the folder that was served", async () => {
  const rebuilt = run(["rebuild", "--data", data]);
  assert.equal(await rebuilt.ended, 0, rebuilt.printed());
  assert.match(rebuilt.printed(), /1 件线索和案件/u);
  const verified = run(["audit", "verify", "--data", data]);
  assert.equal(await verified.ended, 0, verified.printed());
  assert.match(verified.printed(), /日志完整/u);
});
