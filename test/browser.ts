// The two browsers of the tests, both from npm: today's Chromium and Chromium 86, on which government desktops still run.

import { spawnSync } from "node:child_process";
import {
  accessSync,
  chmodSync,
  constants,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";
import { chromium, type Browser, type Page, type Request } from "playwright-core";
import { chromium as oldChromium } from "playwright-core-for-chromium-86";

export type Opened = {
  page: Page;
  /** Errors of the page, of its console (CSP violations among them) and failed requests, in the order they came. */
  problems: string[];
};

/** Screen of the office desktops: pixels. */
export const viewport = { width: 1366, height: 768 } as const;

/** Today's Chromium (`@sparticuz/chromium`). Close it yourself. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ ...(await prepare("@sparticuz/chromium")), headless: true, args });
}

/** Chromium 86 (`chrome-aws-lambda`). Close it yourself. */
export async function launchOldBrowser(): Promise<Browser> {
  const browser = await oldChromium.launch({ ...(await prepare("chrome-aws-lambda")), headless: true, args });
  // Playwright 1.49 offers the same objects with fewer methods; tests for both browsers keep to the older ones.
  return browser as unknown as Browser;
}

/** A page of its own session (cookies, storage), 1366 × 768, in the clock of Benxi; `locale` is what the browser asks for. */
export async function openPage(browser: Browser, locale: "zh-CN" | "en-US" = "zh-CN"): Promise<Opened> {
  const context = await browser.newContext({ viewport, locale, timezoneId: "Asia/Shanghai" });
  context.setDefaultTimeout(longest);
  const page = await context.newPage();
  const asked = new Set<Request>();
  underWay.set(page, asked);
  page.on("request", (request) => asked.add(request));
  page.on("requestfinished", (request) => asked.delete(request));
  page.on("requestfailed", (request) => asked.delete(request));
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(`page: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()}`);
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // A request given up because its page was left is no problem.
    if (reason !== "net::ERR_ABORTED") problems.push(`request: ${request.url()} ${reason}`);
  });
  return { page, problems };
}

/** Milliseconds after which what was waited for will not come; a machine that has much else to do takes ten seconds for some steps. */
const longest = 30_000;
/** By page, what it has asked for and not been answered yet. */
const underWay = new WeakMap<Page, Set<Request>>();

/**
 * Resolves when the screen has all that it asks for: nothing is being fetched and nothing stands in place of what is. Looked at twice,
 * since what has come may ask for more. A page that only has no traffic for a while may not have begun to ask.
 */
export async function settled(page: Page): Promise<void> {
  const until = performance.now() + longest;
  for (let quiet = 0; quiet < 2;) {
    await page.evaluate("new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))");
    const asked = [...(underWay.get(page) ?? [])];
    const waiting = await page.locator(".ant-skeleton, .ant-spin-spinning").count();
    quiet = asked.length === 0 && waiting === 0 ? quiet + 1 : 0;
    if (performance.now() > until)
      throw new Error(`${page.url()} never settled: ${waiting} waiting, ${asked.map((one) => one.url()).join(" ")}`);
  }
}

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
  // Nothing but this machine may be asked for anything.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
];

type Prepared = { executablePath: string; env: Record<string, string> };

const modules = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), "node_modules");
const cache = path.join(isWritable(modules) ? path.join(modules, ".cache") : os.tmpdir(), "wenze-browsers");

/** Unpacks what the packages carry compressed, once, and says how to start the browser on it. */
async function prepare(name: "@sparticuz/chromium" | "chrome-aws-lambda"): Promise<Prepared> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(`the browsers from npm run on Linux x64 only, not on ${process.platform} ${process.arch}`);
  }
  const home = await unpack(name, ["chromium.br"]);
  const libraries = await unpack("@sparticuz/chromium", ["al2023.tar.br"]);
  return {
    executablePath: path.join(home, "chromium"),
    env: {
      PATH: process.env["PATH"] ?? "/usr/bin:/bin",
      HOME: cache,
      LANG: "C.UTF-8",
      // libnss3 and its kin, which a bare machine lacks.
      LD_LIBRARY_PATH: path.join(libraries, "lib"),
      FONTCONFIG_FILE: writeFontConfiguration(),
    },
  };
}

/** Gives the folder with the files unpacked; made aside and renamed, so that two processes may do it at once. */
async function unpack(name: string, files: readonly string[]): Promise<string> {
  const version = versionOf(name);
  const target = path.join(cache, [name.replaceAll(/[^a-z-]/g, ""), version, ...files].join("-").replaceAll(".br", ""));
  if (existsSync(target)) return target;
  mkdirSync(cache, { recursive: true });
  const aside = mkdtempSync(path.join(cache, "unpacking-"));
  for (const file of files) {
    const unpacked = path.join(aside, path.basename(file, ".br"));
    const source = createReadStream(path.join(modules, name, "bin", file));
    await pipeline(source, createBrotliDecompress(), createWriteStream(unpacked));
    if (unpacked.endsWith(".tar")) extract(unpacked, aside);
    else chmodSync(unpacked, 0o755);
  }
  chmodSync(aside, 0o755);
  try {
    renameSync(aside, target);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

function extract(archive: string, folder: string): void {
  const done = spawnSync("tar", ["xf", archive, "-C", folder], { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`cannot unpack ${archive}: ${done.error?.message ?? done.stderr}`);
  rmSync(archive);
}

function versionOf(name: string): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(modules, name, "package.json"), "utf8"));
  if (typeof manifest !== "object" || manifest === null || !("version" in manifest))
    throw new Error(`${name} has no version`);
  return String(manifest.version);
}

/** The Chinese letters come from npm as well, so that every machine draws the same page. */
function writeFontConfiguration(): string {
  const fonts = path.join(modules, "@expo-google-fonts/noto-sans-sc");
  const folders = ["400Regular", "500Medium", "600SemiBold", "700Bold"].map(
    (weight) => `<dir>${path.join(fonts, weight)}</dir>`,
  );
  const file = path.join(cache, "fonts.conf");
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>${folders.join("")}<cachedir>${path.join(cache, "fonts")}</cachedir></fontconfig>
`;
  if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
    // Renamed into place, so that a browser starting at the same time never reads half of it.
    const aside = `${file}.${process.pid}`;
    writeFileSync(aside, text);
    renameSync(aside, file);
  }
  return file;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
