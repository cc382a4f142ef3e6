// Looking at one screen in both languages: axe finds nothing in Chinese, both fit 1366 × 768, the console is silent.
import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import type { Role } from "#casework/roles.ts";
import type { World } from "../api/world.ts";
import { settled } from "../browser.ts";
import { askAxe } from "./axe.ts";
import { takeSeat, wordsOf } from "./site.ts";
import type { Language, Seat, Words } from "./site.ts";

/** The first heading of the screen, by which it is known to have come. */
export type Heading = (words: Words) => string;

export type Looker = {
  check: (role: Role, path: string, heading: Heading) => Promise<void>;
  seatOf: (role: Role, language: Language) => Promise<Seat>;
};

/**
 * The first screen by its address, every later one as a link leads to it: reading the program anew takes ten times as long as the screen.
 * By way of a screen that shows nothing, so that no heading of the last one is taken for the new one's.
 */
export async function goTo(page: Page, origin: string, path: string, words: Words): Promise<void> {
  if (!page.url().startsWith(origin)) {
    await page.goto(`${origin}${path}`);
    return;
  }
  await follow(page, "/nowhere");
  await page.getByRole("heading", { level: 1, name: words.say("missing_title") }).waitFor();
  await follow(page, path);
}

/** As a link leads there. */
export async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate(
    `history.pushState(null, "", ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent("popstate"))`,
  );
}

/** One page for each language, at which everybody sits in turn: a browser that has read the program once reads it quickly. */
export function lookerAt(site: World, browser: Browser): Looker {
  const seats = new Map<Language, Promise<Seat & { role: Role }>>();
  const seatOf = async (role: Role, language: Language): Promise<Seat> => {
    const taken = await seats.get(language);
    if (taken?.role === role) return taken;
    const seat = { ...(taken ?? (await takeSeat(browser, site, role, language))), role };
    seats.set(language, Promise.resolve(seat));
    if (taken !== undefined) {
      const [name = "", value = ""] = (await site.cookieOf(role)).split("=");
      await seat.page.context().addCookies([{ name, value, url: site.origin, httpOnly: true, sameSite: "Strict" }]);
      // What the program remembers of whoever sat here before goes with it.
      await seat.page.goto(`${site.origin}/nowhere`);
      seat.problems.length = 0;
    }
    return seat;
  };
  const see = async (role: Role, path: string, heading: Heading, language: Language): Promise<void> => {
    const { page, problems } = await seatOf(role, language);
    problems.length = 0;
    await goTo(page, site.origin, path, wordsOf(language));
    await page.getByRole("heading", { level: 1, name: heading(wordsOf(language)) }).waitFor();
    await settled(page);
    // Text that is still fading in has less contrast than it will have.
    await page.evaluate("Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null)))");
    // axe takes the watermark for something that may hide the text, and would leave contrast unmeasured.
    await page.addStyleTag({ content: 'div[style*="background-image"] { display: none !important; }' });
    // Parts and colours are the same in both languages, and looking at them is most of the work: in English it is done by the soak.
    if (language === "zh-CN" || process.env["WENZE_SOAK"] === "1") {
      const { violations, contrast } = await askAxe(page, { colours: true });
      assert.deepEqual(violations, [], path);
      assert.ok(contrast > 5, "contrast was measured");
    }
    const wider = await page.evaluate<number>(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );
    assert.equal(wider, 0, `${path} in ${language} is ${wider} pixels too wide`);
    assert.deepEqual(problems, [], `${path} in ${language}`);
  };
  return {
    seatOf,
    check: async (role, path, heading) => {
      await Promise.all([see(role, path, heading, "zh-CN"), see(role, path, heading, "en")]);
    },
  };
}
