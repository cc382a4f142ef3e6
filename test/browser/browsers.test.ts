// Both browsers start, draw Chinese letters, and can be driven by role and visible text.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Browser } from "playwright-core";
import { launchBrowser, launchOldBrowser, openPage, viewport } from "../browser.ts";

async function check(launch: () => Promise<Browser>, isVersion: (major: number) => boolean): Promise<void> {
  const browser = await launch();
  try {
    const major = Number(browser.version().split(".")[0]);
    assert.ok(isVersion(major), browser.version());
    console.log(`engine: Chromium ${browser.version()}`);
    const { page, problems } = await openPage(browser);
    await page.setContent(`<span>问</span><span>责</span><button onclick="this.textContent='已提交'">提交</button>`);
    await page.getByRole("button", { name: "提交" }).click();
    await page.getByRole("button", { name: "已提交" }).waitFor();
    // Letters the font lacks are all drawn as the same box.
    const [ask, duty] = [await page.getByText("问").screenshot(), await page.getByText("责").screenshot()];
    assert.notDeepEqual(ask, duty);
    assert.deepEqual(page.viewportSize(), viewport);
    assert.deepEqual(problems, []);
  } finally {
    await browser.close();
  }
}

test("today's Chromium draws Chinese and takes a click", () => check(launchBrowser, (major) => major >= 120));

test("Chromium 86 draws Chinese and takes a click", () => check(launchOldBrowser, (major) => major === 86));
