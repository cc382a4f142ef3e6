// The gate of licences, and the bill of materials that is made from the lockfile.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { figure } from "./figure.ts";

type Package = { version: string; license?: string; os?: string[]; optionalDependencies?: Record<string, string> };
type Lock = { name: string; version: string; packages: Record<string, Package> };

type Bill = { bomFormat: string; components: { name: string; version: string; licenses?: unknown[] }[] };

// What is run on any Node has no types.
const { billOfMaterials, faultsOfLicences } = (await import(
  new URL("../scripts/licences.mjs", import.meta.url).href
)) as {
  billOfMaterials: (lock: Lock) => Bill;
  faultsOfLicences: (lock: Pick<Lock, "packages">) => string[];
};

const file = path.join(import.meta.dirname, "../package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8")) as Lock; // as npm writes it

test("every package of the lockfile comes under a licence that is allowed", (t) => {
  assert.deepEqual(faultsOfLicences(lock), []);
  const packages = Object.keys(lock.packages).length - 1;
  figure(t, "licences", `${packages} 个软件包，0 个不在允许之列 · ${packages} packages, 0 without an allowed licence`);
});

function check(name: string, one: Package, expected: string[], more: Record<string, Package> = {}): void {
  test(name, () => {
    assert.deepEqual(
      faultsOfLicences({ packages: { "": { version: "1.0.0" }, "node_modules/@a/one": one, ...more } }),
      expected,
    );
  });
}

const version = "1.2.3";
check("a package without a licence fails by its name", { version }, ["@a/one@1.2.3 has no licence that is known"]);
check("so does one under a licence that is not allowed", { version, license: "GPL-3.0-only" }, [
  "@a/one@1.2.3 comes under GPL-3.0-only, which is not allowed",
]);
check("one licence of several that may be chosen is enough", { version, license: "(MIT OR GPL-3.0-only)" }, []);
check("of several that hold together each must be allowed", { version, license: "MIT AND GPL-3.0-only" }, [
  "@a/one@1.2.3 comes under MIT AND GPL-3.0-only, which is not allowed",
]);
check("a package for another machine comes under the licence of whoever asks for it", { version, os: ["win32"] }, [], {
  "node_modules/two": { version, license: "MIT", optionalDependencies: { "@a/one": version } },
});
check("one for every machine needs its own", { version }, ["@a/one@1.2.3 has no licence that is known"], {
  "node_modules/two": { version, license: "MIT", optionalDependencies: { "@a/one": version } },
});

test("the bill of materials names every package of the lockfile with its licence, and is the same each time", () => {
  const bill = billOfMaterials(lock);
  assert.equal(bill.bomFormat, "CycloneDX");
  const named = new Set(bill.components.map(({ name, version: of }) => `${name}@${of}`));
  const missing = Object.entries(lock.packages)
    .filter(([place]) => place !== "")
    .map(([place, one]) => `${place.slice(place.lastIndexOf("node_modules/") + 13)}@${one.version}`)
    .filter((one) => !named.has(one));
  assert.deepEqual(missing, []);
  assert.deepEqual(
    bill.components.filter(({ licenses }) => licenses === undefined).map(({ name }) => name),
    [],
  );
  assert.deepEqual(billOfMaterials(lock), bill);
});

test("the lockfile names no registry", () => {
  assert.deepEqual(
    [...readFileSync(file, "utf8").matchAll(/"resolved": "https?:\/\/[^"]*"/gu)].map(([where]) => where),
    [],
  );
});
