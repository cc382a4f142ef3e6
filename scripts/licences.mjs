// The bill of materials (CycloneDX), made from the lockfile by npm without a network, and the gate of licences: every package that the
// lockfile names has one of these, or is named as a fault. Of packages for other machines, which come without, that of whoever asks for them counts.

import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./install.mjs";

/** Licences under which a package may be used beside software that is not given away; the last two bind what is changed in their own files. */
const allowed = new Set([
  "0BSD",
  "Apache-2.0",
  "Apache-2.0 WITH LLVM-exception",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MPL-2.0",
  "OFL-1.1",
]);

/** Packages whose package.json forgets to say what their LICENSE says, with the version that was looked at. */
const looked = { "@inlang/plugin-message-format@4.4.4": "MIT" };

/** What is wrong with the licences of a lockfile, a sentence for each package. */
export function faultsOfLicences({ packages }) {
  return packagesOf(packages).flatMap(({ name, version, licence }) => {
    if (licence === null) return [`${name}@${version} has no licence that is known`];
    return isAllowed(licence) ? [] : [`${name}@${version} comes under ${licence}, which is not allowed`];
  });
}

function packagesOf(packages) {
  const asked = new Map();
  for (const one of Object.values(packages))
    for (const name of Object.keys(one.optionalDependencies ?? {})) asked.set(name, one.license ?? null);
  return Object.entries(packages).flatMap(([place, { version, license, os, cpu }]) => {
    if (place === "") return [];
    const name = place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
    const ofAsker = os !== undefined || cpu !== undefined ? asked.get(name) : undefined;
    return [{ name, version, licence: license ?? looked[`${name}@${version}`] ?? ofAsker ?? null }];
  });
}

/** One of several that may be chosen is enough; of several that hold together each must be allowed. */
function isAllowed(licence) {
  const choices = licence.replaceAll(/[()]/gu, "").split(/ OR /u);
  return choices.some((choice) => choice.split(/ AND /u).every((one) => allowed.has(one.trim())));
}

/** The bill: each package with version, hash and licence; the same bytes for the same lockfile. */
export function billOfMaterials(lock) {
  const licences = new Map(
    packagesOf(lock.packages).map(({ name, version, licence }) => [`${name}@${version}`, licence]),
  );
  const asked = ["sbom", "--package-lock-only", "--sbom-format=cyclonedx"];
  const npm = process.env.npm_execpath;
  const { stdout, stderr, status, error } = spawnSync(
    ...(npm?.endsWith("npm-cli.js") ? [process.execPath, [npm, ...asked]] : ["npm", asked]),
    { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28 },
  );
  if (status !== 0) throw new Error(`npm sbom: ${error?.message ?? stderr}`);
  const { serialNumber: _chance, ...bill } = JSON.parse(stdout);
  const { timestamp: _now, tools: _npm, ...metadata } = bill.metadata;
  const { name, version } = lock;
  const components = bill.components.map((one) => {
    const licence = licences.get(`${one.name}@${one.version}`);
    return one.licenses === undefined && licence != null ? { ...one, licenses: [{ expression: licence }] } : one;
  });
  return { ...bill, metadata: { ...metadata, component: { ...metadata.component, name, version } }, components };
}

if (process.argv[1] === import.meta.filename) {
  const lock = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8"));
  const faults = faultsOfLicences(lock);
  for (const fault of faults) console.error(fault);
  mkdirSync(path.join(root, "dist"), { recursive: true });
  writeFileSync(path.join(root, "dist/sbom.cdx.json"), `${JSON.stringify(billOfMaterials(lock), null, 2)}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
