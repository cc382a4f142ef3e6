// Bulk equals single, over many names of a registry of twenty thousand.
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { listsAgree } from "../api/lists.ts";

test("2,000 names are answered alike in a list, alone, split and shuffled", { timeout: 1_800_000 }, async () => {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), "wenze-lists-"));
  try {
    console.log(`lists: ${JSON.stringify(await listsAgree(dataFolder, 20_000, 2000, 9))}`);
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
});
