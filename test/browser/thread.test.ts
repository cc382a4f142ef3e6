// The thread end to end in a browser, once in Chinese and once in English.
import { test } from "node:test";
import { launchBrowser } from "../browser.ts";
import { openSite, wordsOf } from "./site.ts";
import type { Language } from "./site.ts";
import { walkTheThread } from "./walk.ts";

async function check(language: Language): Promise<void> {
  const site = await openSite();
  const browser = await launchBrowser();
  try {
    await walkTheThread(browser, site, wordsOf(language), site.app.law);
  } finally {
    await browser.close();
  }
}

test("four people take a lead to 调离岗位, and the promotion a year later is refused by 第十三条第一款 until the last barred day", () =>
  check("zh-CN"));

test("the same in English: barred, to be confirmed on the day after, then needing consent, then clear with it", () =>
  check("en"));
