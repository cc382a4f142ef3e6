// What axe finds on the page as it stands. Run in the page itself: its usual wrapper spends eight times as long on carrying results about.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

/** `violations`: one line each, with the elements. `contrast`: on how many elements the contrast was measured. */
export type Found = { violations: string[]; contrast: number };

const source = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** Colours are measured only when asked for: that is most of the work. */
export async function askAxe(page: Page, { colours }: { colours: boolean }): Promise<Found> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(source);
  // What turns from one colour to another while axe looks is on the way between two that were chosen: let it be there at once.
  await page.addStyleTag({ content: "*, *::before, *::after { transition: none !important; }" });
  return page.evaluate<Found>(`axe
    .run(document, { resultTypes: ["violations", "passes"], rules: { "color-contrast": { enabled: ${colours} } } })
    .then(({ violations, passes }) => ({
      violations: violations.map((one) => one.id + ": " + one.nodes.map((node) => node.html).join("\\n")),
      contrast: ${colours} ? passes.filter((one) => one.id === "color-contrast").flatMap((one) => one.nodes).length : 0,
    }))`);
}
