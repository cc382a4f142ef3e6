// `wenze law text`: the official texts that the office has loaded, and whether they agree with the rules. They are loaded and checked on
// the screen, by the two whose names stand under them: nobody at the machine acts as somebody else.
import type { App } from "#kernel/app.ts";
import { lawFor, officialTextsPage } from "#law-admin/uses/official-texts.ts";
import { passageProblems } from "#law-admin/rules/official-text.ts";
import { citationOf } from "#law/text/cite.ts";
import { rulesWithPassages } from "#law/text/official-text.ts";
import { printError, printLine } from "../desk.ts";
import { Failure, withPlainFailures } from "../failure.ts";
import { readOptions } from "../options.ts";
import { withApp } from "../with-app.ts";
import { textUsage, textWaits, textChecked, textSentBack, textsAgree } from "./words.ts";

/** Exit code 0; 1 when `check` finds a passage that contradicts its rule. */
export async function runLawText(args: string[]): Promise<number> {
  return withPlainFailures(async () => {
    const { values, positionals } = readOptions({
      args,
      allowPositionals: true,
      options: { data: { type: "string" } },
    });
    const [act, ...more] = positionals;
    if (act === undefined) return withApp(values.data, list);
    if (act !== "check" || more.length > 0) throw new Failure(textUsage);
    return withApp(values.data, checkPassages);
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
