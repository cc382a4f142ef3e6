// The regulation with clauses of a test's own, or without rules that it has: how a rule is switched off.
import assert from "node:assert/strict";
import { parse, stringify } from "yaml";
import { readPackFiles } from "#law-admin/packs/pack-files.ts";
import { defaultRegulation, regulationsFolder } from "#law-admin/packs/regulations.ts";
import { compileLaw } from "#law/compile/law.ts";
import type { Law } from "#law/compile/law.ts";
import { parsePack } from "#law/pack/parse-pack.ts";
import type { Pack, PackFiles } from "#law/pack/pack.ts";
import type { Rule } from "#law/pack/rule.ts";

const sources = await readPackFiles(regulationsFolder);

/** The regulation with clauses that it lacks, each beside the words it rests on, or without some of its rules. */
export type Own = { clauses?: readonly [words: string, rule: object][]; without?: readonly string[] };

export type Written = { rules: Record<string, unknown>[] } & Record<string, unknown>;

/** The rules of a pack, changed. */
function rewritten(files: PackFiles, change: (written: Written) => Written): PackFiles {
  return { ...files, rules: stringify(change(parse(files.rules) as Written)) }; // what ships has rules, as its checks hold
}

function withOwn(files: PackFiles, { clauses = [], without = [] }: Own): PackFiles {
  if (files.id !== defaultRegulation || clauses.length + without.length === 0) return files;
  const rules = clauses.map(([quote, rule], index) => ({
    id: `own-${index}`,
    cite: String(30 + index),
    quote,
    summary: { zh: quote, en: `own clause ${index}` },
    ...rule,
  }));
  const text = clauses.map(([words], index) => `\n<a id="${30 + index}"></a>\n${words}\n`).join("");
  const kept = rewritten(files, (written) => ({
    ...written,
    rules: [...written.rules.filter(({ id }) => !without.includes(String(id))), ...rules],
  }));
  return { ...kept, text: `${files.text}${text}` };
}

/** The rules of a kind switched off. */
export type Off = { kind: Rule["kind"]; change: (rules: Written["rules"]) => Written["rules"] };

/** Each text is read once. */
const readBefore = new Map<string, Pack>();

function packOf(files: PackFiles, off: Off | null): Pack {
  const whole = read(files);
  if (off === null || !whole.rules.some(({ kind }) => kind === off.kind)) return whole;
  return read(rewritten(files, (written) => ({ ...written, rules: off.change(written.rules) })));
}

function read(files: PackFiles): Pack {
  const known = readBefore.get(files.rules);
  if (known !== undefined) return known;
  const parsed = parsePack({ ...files, examples: "format: 1\nexamples: []\n" });
  assert.ok(parsed.ok, `${files.id}: ${JSON.stringify(parsed)}`);
  readBefore.set(files.rules, parsed.pack);
  return parsed.pack;
}

export const kindLeftOut = (kind: Rule["kind"]) => (rules: Written["rules"]) => {
  const left = rules.filter((rule) => rule["kind"] !== kind);
  // A pack without any rule is no pack; one that says nothing stands in.
  const [first] = rules;
  return left.length > 0 || first === undefined
    ? left
    : [{ kind: "excuse", id: "none", cite: first["cite"], quote: first["quote"], reason: { zh: "无", en: "none" } }];
};

export function lawWith(own: Own, off: Off | null): Law {
  const packs = sources.map((files) => packOf(withOwn(files, own), off));
  const regulation = packs.find(({ id }) => id === defaultRegulation);
  assert.ok(regulation !== undefined);
  return compileLaw({ regulation, upper: packs.filter(({ layer }) => layer === "upper") });
}
