// What a check of security found, in one figure: printed where the check runs, and collected into docs/security.md by scripts/security.mjs.
import type { TestContext } from "node:test";
import type { SecurityCheck } from "./security-checks.ts";

/** `text` says how many were tried and how many failed, in Chinese first: `5000 个世界，0 处差异 · 5,000 worlds, 0 differences`. */
export function figure(t: TestContext, check: SecurityCheck, text: string): void {
  t.diagnostic(`figure ${JSON.stringify({ check, test: t.name, text })}`);
}
