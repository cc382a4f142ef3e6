// The whole tables of stages, duties and reading rights as one page, so that whoever reviews a change sees it change.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { actIds, actNames, acts } from "./acts.ts";
import { duties, readingRights } from "./duties.ts";
import type { Duty } from "./duties.ts";
import { eventParts } from "./reading/event-parts.ts";
import type { Spec } from "./reading/event-parts.ts";
import { partsOfReading, readingOfKind } from "./reading/readings.ts";
import type { Reading } from "./reading/readings.ts";
import { administrators, dutyOfRole, roles, rolesAgree } from "./roles.ts";
import { roleNames } from "./words/role-names.ts";
import { actAllowedAt, caseStages, leadStages } from "./stages.ts";
import { stageNames } from "./words/stage-names.ts";
import { dueStatusOf } from "./execution/tasks.ts";

const stages = [...leadStages, ...caseStages];

test("the tables are as the page beside this test shows them (--test-update-snapshots writes it anew)", (t) => {
  t.assert.fileSnapshot(page(), path.join(import.meta.dirname, "tables.md"), { serializers: [String] });
});

test("every act has a stage where it can be done and a role whose duty it is", () => {
  for (const act of actIds) {
    assert.ok(
      (["new", ...stages] as const).some((stage) => actAllowedAt(stage, act)),
      act,
    );
    assert.ok(duties[act].roles.length > 0, act);
    assert.equal(acts[act].id, act);
  }
});

test("no administrator has a duty in casework or reads a lead or a case", () => {
  for (const role of administrators) {
    for (const act of actIds) assert.ok(!(duties[act].roles as readonly string[]).includes(role), `${role} ${act}`);
    assert.equal(readingRights[role].lead.stages.length + readingRights[role].case.stages.length, 0);
  }
});

test("an administrator's role stands alone; other roles may be held together", () => {
  assert.equal(rolesAgree(["system-administrator"]), true);
  assert.equal(rolesAgree(["system-administrator", "security-administrator"]), false);
  assert.equal(rolesAgree(["audit-administrator", "reviewer"]), false);
  assert.equal(rolesAgree(["reviewer", "discipline-officer"]), true);
});

test("a due day is yellow from seven days before it through the day itself, red from the day after", () => {
  assert.equal(dueStatusOf(null, 100), "none");
  assert.equal(dueStatusOf(108, 100), "green");
  assert.equal(dueStatusOf(107, 100), "yellow");
  assert.equal(dueStatusOf(100, 100), "yellow");
  assert.equal(dueStatusOf(99, 100), "red");
});

const readings = ["group", "office", "unit", "registrant"] as const satisfies readonly Reading[];

function typedParts(spec: Spec): string[] {
  if (typeof spec === "string") return spec.endsWith("*") ? [spec.slice(0, -1)] : [];
  return Object.values(spec).flatMap((one) => (one === undefined ? [] : typedParts(one)));
}

function page(): string {
  const lines = [
    "# Casework tables",
    "",
    "Written from `stages.ts`, `duties.ts`, `roles.ts`, `acts.ts` and `reading/`; the test beside it fails when they differ.",
    "",
    "## Who has which duty",
    "",
    "| duty | role |",
    "| --- | --- |",
    ...roles.flatMap((role) => (dutyOfRole[role] === null ? [] : [`| ${dutyOfRole[role]} | ${roleNames[role].zh} |`])),
    "",
    "## Who does what, where",
    "",
    "| act | 环节 | duty | roles | given to them | not by | stages |",
    "| --- | --- | --- | --- | --- | --- | --- |",
  ];
  for (const act of actIds) {
    const at = (["new", ...stages] as const)
      .filter((stage) => actAllowedAt(stage, act))
      .map((stage) => (stage === "new" ? "new" : stageNames[stage].zh));
    const duty: Duty = duties[act];
    lines.push(
      `| ${act} | ${actNames[act].zh} | ${duty.duties.join(", ")} | ${duty.roles.map((role) => roleNames[role].zh).join("、")} | ${duty.by === "assigned" ? "调查组" : ""} | ${duty.notBy.join(", ")} | ${at.join("、")} |`,
    );
  }
  lines.push(
    "",
    "## Who reads what",
    "",
    "A party, a close relative of one, a witness and whoever is recused reads nothing, whatever the role. all: everybody else;",
    "own: whoever registered it or whom it is given to; unit: whose unit it concerns.",
    "",
    "| role | leads | cases |",
    "| --- | --- | --- |",
  );
  for (const role of roles) {
    const cell = (kind: "lead" | "case") =>
      `${readingRights[role][kind].reach}${readingRights[role][kind].stages.length === 0 ? "" : `: ${readingRights[role][kind].stages.map((stage) => stageNames[stage].zh).join("、")}`}`;
    lines.push(`| ${roleNames[role].zh} | ${cell("lead")} | ${cell("case")} |`);
  }
  lines.push(
    "",
    "## Which parts of it",
    "",
    "The part of each field of each event stands in `reading/event-parts.ts`. A star: typed words in it wait for their release; to the group they",
    "are shown as they were typed.",
    "",
    `| part | ${readings.join(" | ")} |`,
    `| --- |${readings.map(() => " --- |").join("")}`,
  );
  const typed = new Set(Object.values(eventParts).flatMap(typedParts));
  for (const part of partsOfReading.group) {
    const cells = readings.map((reading) => ((partsOfReading[reading] as readonly string[]).includes(part) ? "×" : ""));
    lines.push(`| ${part}${typed.has(part) ? "\\*" : ""} | ${cells.join(" | ")} |`);
  }
  lines.push("", "| role | leads | cases |", "| --- | --- | --- |");
  for (const role of roles) {
    const cell = (kind: "lead" | "case") =>
      readingRights[role][kind].reach === "none" ? "" : readingOfKind({ roles: [role] }, kind);
    lines.push(`| ${roleNames[role].zh} | ${cell("lead")} | ${cell("case")} |`);
  }
  return `${lines.join("\n")}\n`;
}
