// Bulk equals single: what a name is answered depends on nothing but the name, the question, the registry and the records.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { prepareData } from "../prepared.ts";
import { listsAgree } from "./lists.ts";

test("a list answers every line as that name by itself, as the list split, as the list shuffled", async () => {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), "wenze-lists-"));
  try {
    await prepareData(dataFolder);
    const counted = await listsAgree(dataFolder, 200, 40, 6);
    for (const kind of ["barred", "needs-consent", "pending", "clear", "several", "no-such-person"])
      assert.ok((counted[kind] ?? 0) > 0, `${kind}: ${JSON.stringify(counted)}`);
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
});
