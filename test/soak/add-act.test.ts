// The made-up act of test/add-act.test.ts, compiled with all the rest.
import { test } from "node:test";
import { add, run } from "../added-act.ts";

test("with these lines and no other all of it compiles", () => {
  add();
  run("scripts/messages.mjs");
  run("node_modules/typescript/bin/tsc", "-p", "tsconfig.rest.json");
  run("node_modules/typescript/bin/tsc", "-p", "tsconfig.web.json");
});
