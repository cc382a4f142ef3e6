// Reporter for `node --test`: prints each failure with its reason, says in one line how it went, and leaves the counts in a file.

import { writeFileSync } from "node:fs";
import path from "node:path";

/** @param {AsyncIterable<{ type: string, data: any }>} events */
export default async function* report(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const written = [];
  const figures = [];
  const passed = [];
  for await (const { type, data } of events) {
    if (type === "test:stdout" || type === "test:stderr") yield data.message;
    if (
      type === "test:diagnostic" &&
      data.nesting === 0 &&
      !/^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /.test(data.message)
    ) {
      const figure = /^figure (.*)$/u.exec(data.message)?.[1];
      if (figure === undefined) yield `  ${data.message}\n`;
      else {
        const one = JSON.parse(figure);
        figures.push(one);
        yield `  ${one.check}: ${one.text}\n`;
      }
    }
    if (type !== "test:pass" && type !== "test:fail") continue;
    if (data.details?.type === "suite" || isFile(data)) {
      // A folder of tests is not a test; but a file that breaks before its first test must not pass unseen.
      if (type === "test:fail" && !isOnlyItsTests(data)) {
        counts.failed += 1;
        written.push(describe(data));
      }
      continue;
    }
    const file = path.relative(process.cwd(), data.file ?? "");
    if (data.skip !== undefined || data.todo !== undefined) counts.skipped += 1;
    else if (type === "test:pass") {
      counts.passed += 1;
      passed.push({ file, name: data.name });
    } else if (!isOnlyItsTests(data)) {
      counts.failed += 1;
      written.push(describe(data));
    }
    if (process.env.WENZE_TEST_NAMES === "1" && data.skip === undefined) {
      yield `  ${type === "test:pass" ? "✓" : "✗"} ${"  ".repeat(data.nesting)}${data.name} (${Math.round(data.details.duration_ms)} ms)\n`;
    }
  }
  yield written.join("");
  if (process.env.WENZE_FIGURES) writeFileSync(process.env.WENZE_FIGURES, JSON.stringify({ figures, passed }));
  if (process.env.WENZE_TEST_COUNTS) writeFileSync(process.env.WENZE_TEST_COUNTS, JSON.stringify(counts));
  else yield `${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ""}\n`;
}

/** With process isolation every file is reported as if it were a test named by its path. */
function isFile(data) {
  return data.nesting === 0 && data.file !== undefined && path.resolve(data.name) === data.file;
}

/** True when something failed only because a test inside it failed, which is counted by itself. */
function isOnlyItsTests(data) {
  return data.details?.error?.failureType === "subtestsFailed";
}

function describe(data) {
  const cause = data.details?.error?.cause ?? data.details?.error;
  const reason = cause?.stack ?? cause?.message ?? String(cause);
  const place = data.file ? `${path.relative(process.cwd(), data.file)}:${data.line ?? 1}` : "";
  return `\n✗ ${data.name}\n  ${place}\n${String(reason).replace(/^/gm, "    ")}\n`;
}
