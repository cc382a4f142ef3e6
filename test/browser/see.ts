// Looking at one screen in both languages: axe finds nothing, it fits 1366 × 768, the console is silent.
import assert from "node:assert/strict";
import type { Browser } from "playwright-core";
import type { Role } from "#casework/roles.ts";
import type { World } from "../api/world.ts";
import { askAxe } from "./axe.ts";
import { takeSeat, wordsOf } from "./site.ts";
import type { Language, Seat, Words } from "./site.ts";

/** The first heading of the screen, by which it is known to have come. */
export type Heading = (words: Words) => string;

export type Looker = {
  check: (role: Role, path: string, heading: Heading) => Promise<void>;
  seatOf: (role: Role, language: Language) => Promise<Seat>;
};

/** Everyone signs in once for each language and keeps the page. */
export function lookerAt(site: World, browser: Browser): Looker {
  const seats = new Map<string, Promise<Seat>>();
  const seatOf = (role: Role, language: Language): Promise<Seat> => {
    const key = `${role} ${language}`;
    const seat = seats.get(key) ?? takeSeat(browser, site, role, language);
    seats.set(key, seat);
    return seat;
  };
  const see = async (role: Role, path: string, heading: Heading, language: Language): Promise<void> => {
    const { page, problems } = await seatOf(role, language);
    problems.length = 0;
    await page.goto(`${site.origin}${path}`);
    await page.getByRole("heading", { level: 1, name: heading(wordsOf(language)) }).waitFor();
    await page.waitForLoadState("networkidle");
    // Text that is still fading in has less contrast than it will have.
    await page.evaluate("Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null)))");
    // axe takes the watermark for something that may hide the text, and would leave contrast unmeasured.
    await page.addStyleTag({ content: 'div[style*="background-image"] { display: none !important; }' });
    // Colours are the same in both languages, and measuring them is most of the work.
    const measured = language === "zh-CN";
    const { violations, contrast } = await askAxe(page, { colours: measured });
    assert.deepEqual(violations, [], `${path} in ${language}`);
    assert.ok(!measured || contrast > 5, "contrast was measured");
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
