// `wenze law text`: the official texts that the office has loaded, and `wenze law text load` to load one for an account; another checks it
// on the screen.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { App } from "#kernel/app.ts";
import { lawFor, loadOfficialText, officialTextsPage } from "#law-admin/uses/official-texts.ts";
import { actorNamed } from "#accounts/uses/session.ts";
import type { Actor } from "#casework/actor.ts";
import { interpretingBodiesOf } from "#law-admin/rules/interpreting.ts";
import { passageProblems } from "#law-admin/rules/official-text.ts";
import { citationOf } from "#law/text/cite.ts";
import { Unreadable } from "#files/read/format.ts";
import { readPlainText } from "#files/read/plain-text.ts";
import { rulesWithPassages } from "#law/text/official-text.ts";
import { printError, fileAt, printLine } from "../desk.ts";
import { Failure, withPlainFailures } from "../failure.ts";
import { readOptions } from "../options.ts";
import { withApp } from "../with-app.ts";
import {
  textUsage,
  textWaits,
  textChecked,
  textSentBack,
  textsAgree,
  textLoaded,
  accountNotFound,
  fileUnreadable,
  passagesInvalid,
} from "./words.ts";

/** Exit code 0; 1 when the text is refused. */
export async function runLawText(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values, positionals } = readOptions({
      args,
      allowPositionals: true,
      options: {
        data: { type: "string" },
        source: { type: "string" },
        passages: { type: "string" },
        account: { type: "string" },
      },
    });
    const [act, pack, file] = positionals;
    if (act === undefined) return withApp(values.data, list);
    if (act === "check") return withApp(values.data, checkPassages);
    const { source, account } = values;
    if (act !== "load" || pack === undefined || file === undefined || source === undefined || account === undefined)
      throw new Failure(textUsage);
    const passages = values.passages === undefined ? [] : passagesIn(fileAt(values.passages));
    const loaded = { pack, source, fileName: path.basename(file), text: await textIn(fileAt(file)), passages };
    return withApp(values.data, async (app) => load(app, await actorIn(app, account), loaded));
  });
}

async function list(app: App): Promise<number> {
  const law = await lawFor(app);
  const { rows } = await officialTextsPage(app, null);
  for (const norm of law.upper) {
    const count = Object.keys(norm.passages ?? {}).length;
    printLine(`${norm.id}  ${norm.title.zh}  ${count}/${rulesWithPassages(norm).length}`);
    for (const one of rows.filter((row) => row.pack === norm.id)) {
      const state = one.check === null ? textWaits : one.check.agreed ? textChecked : textSentBack;
      printLine(`    ${one.loadedAt.slice(0, 10)}  ${one.source}  ${one.loadedName}  ${state}`);
    }
  }
  return 0;
}

/** Exit code 1 where a passage that holds contradicts a field of its rule. */
async function checkPassages(app: App): Promise<number> {
  const problems = passageProblems(await lawFor(app));
  for (const { pack, rule, message } of problems)
    printError(`${pack.id}#${rule.id} ${citationOf(pack, rule).label.zh}：${message.zh}\n    ${message.en}`);
  if (problems.length === 0) printLine(textsAgree);
  return problems.length === 0 ? 0 : 1;
}

type Read = {
  pack: string;
  source: string;
  fileName: string;
  text: string;
  passages: { rule: string; words: string }[];
};

async function load(app: App, actor: Actor, loaded: Read): Promise<number> {
  const [body = ""] = interpretingBodiesOf(app.law, actor);
  const answered = await loadOfficialText(app, actor, { key: randomUUID(), body, ...loaded });
  if (answered.type === "done") {
    printLine(textLoaded);
    return 0;
  }
  for (const { field, message } of answered.type === "refused" ? answered.refusals : [])
    printError(`${field ?? ""}：${message.zh}\n    ${message.en}`);
  return 1;
}

async function actorIn(app: App, account: string): Promise<Actor> {
  const actor = await actorNamed(app, account);
  if (actor === null) throw new Failure(accountNotFound(account));
  return actor;
}

async function textIn(file: string): Promise<string> {
  try {
    return await readPlainText(readFileSync(file));
  } catch (error) {
    if (error instanceof Unreadable)
      throw new Failure({ zh: `${file}：${error.message}`, en: "The file cannot be read" });
    throw new Failure(fileUnreadable(file, error instanceof Error ? error.message : String(error)));
  }
}

const passagesShape = z.record(z.string(), z.string().trim().min(1).max(4000));

/** YAML: for each rule's id its passage, word for word. */
function passagesIn(file: string): Read["passages"] {
  try {
    const read = passagesShape.parse(parse(readFileSync(file, "utf8")));
    return Object.entries(read).map(([rule, words]) => ({ rule, words }));
  } catch (error) {
    throw new Failure(
      passagesInvalid(
        file,
        error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error),
      ),
    );
  }
}
