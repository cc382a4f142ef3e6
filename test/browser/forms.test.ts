// A case at every stage and every act's form, each as somebody who may use it.
import { after, test } from "node:test";
import { actNames } from "#casework/act-names.ts";
import type { ActId } from "#casework/act-names.ts";
import { duties } from "#casework/duties.ts";
import { actsAt, caseStages } from "#casework/stages.ts";
import type { CaseStage } from "#casework/stages.ts";
import { launchBrowser } from "../browser.ts";
import { caseAt } from "../api/steps.ts";
import { persons } from "../api/world.ts";
import { lookerAt } from "./see.ts";
import { openSite } from "./site.ts";

const site = await openSite();
const browser = await launchBrowser();
after(() => browser.close());
const { check } = lookerAt(site, browser);
const cases = new Map<CaseStage, string>();
for (const stage of caseStages) cases.set(stage, (await caseAt(site, stage, persons.subject.id)).matterId);

for (const stage of caseStages) {
  test(`a case at the stage ${stage}`, () =>
    check("discipline-officer", `/cases/${cases.get(stage)}`, () => titleAt(stage)));
}

/** What is entered from paper has the paper's title. */
function titleAt(stage: CaseStage): string {
  return stage === "paper-entered" || stage === "paper-returned"
    ? "补录：河道整治不力"
    : "生态环境局处置排污问题不力问题";
}

const forms = caseStages.flatMap((stage) => actsAt[stage].map((act: ActId) => ({ act, stage })));
// By who may do them, so that each sits down once.
const shown = [...new Set(forms.map((form) => form.act))].sort((a, b) =>
  duties[a].roles[0] < duties[b].roles[0] ? -1 : 1,
);
for (const act of shown) {
  const stage = forms.find((form) => form.act === act)?.stage ?? "inquiry";
  test(`the form of ${act}, at the stage ${stage}`, () =>
    check(duties[act].roles[0], `/cases/${cases.get(stage)}/acts/${act}`, (words) => words.of(actNames[act])));
}

test("an act that the reader cannot do says why in place of its form", () =>
  check("discipline-officer", `/cases/${cases.get("deliberated")}/acts/decide`, (words) => words.of(actNames.decide)));
