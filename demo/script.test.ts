// The script of the demonstration, rehearsed against casework and law without a database.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { hash } from "node:crypto";
import path from "node:path";
import test from "node:test";
import { loadLaw } from "#law-admin/packs/regulations.ts";
import type { Case } from "#casework/case.ts";
import type { Lead } from "#casework/lead.ts";
import { caseStages } from "#casework/stages.ts";
import { exemptionGroundsOf } from "#law/procedure/procedures.ts";
import { circumstancesOf } from "#law/procedure/circumstances.ts";
import { today } from "./calendar.ts";
import { rehearse } from "./rehearse.ts";
import { demonstrationScript } from "./script.ts";

const law = await loadLaw();
const script = demonstrationScript();
const { matters, refusals } = rehearse(law);
const leads = [...matters.values()].filter((matter): matter is Lead => matter.kind === "lead");
const cases = [...matters.values()].filter((matter): matter is Case => matter.kind === "case");
const subjects = cases.flatMap((one) => one.subjects);
const outcomes = subjects.flatMap(({ outcome }) => (outcome === null ? [] : [outcome]));
const accountable = outcomes.flatMap((outcome) => (outcome.type === "accountable" ? [outcome] : []));

test("no act of the script is refused", () => {
  assert.deepEqual(
    refusals.map(
      ({ step, refusals: those }) => `${step.at} ${step.by} ${those.map(({ message }) => message.zh).join("；")}`,
    ),
    [],
  );
});

test("the script has the same bytes when another process writes it", () => {
  const own = hash("sha256", JSON.stringify(script));
  const code = `import { demonstrationScript } from ${JSON.stringify(path.join(import.meta.dirname, "script.ts"))};
    import { demoPersons } from ${JSON.stringify(path.join(import.meta.dirname, "persons.ts"))};
    import { hash } from "node:crypto"; void demoPersons; console.log(hash("sha256", JSON.stringify(demonstrationScript())));`;
  const other = execFileSync(process.execPath, ["--input-type=module", "-e", code], {
    encoding: "utf8",
    cwd: path.join(import.meta.dirname, ".."),
  });
  assert.equal(other.trim(), own);
});

test("steps stand in the order of time, each at its own instant, none after the day of the demonstration", () => {
  for (const [index, step] of script.entries()) {
    assert.ok(index === 0 || (script[index - 1]?.at ?? "") <= step.at, step.at);
    assert.ok(step.at.slice(0, 10) <= today, step.at);
  }
});

test("there are 120 cases in every stage, from 2019 to 2026, and two entered from paper", () => {
  assert.deepEqual(
    cases.filter(({ paper }) => paper !== null).map(({ stage }) => stage),
    ["closed", "paper-entered"],
  );
  assert.equal(cases.length, 122);
  // What was sent back is gone from every desk.
  for (const stage of caseStages.filter((one) => one !== "paper-returned"))
    assert.ok(
      cases.some((one) => one.stage === stage),
      stage,
    );
  const years = new Set(cases.flatMap(({ decision }) => (decision === null ? [] : [decision.on.slice(0, 4)])));
  assert.deepEqual([...years].sort(), ["2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026"]);
});

test("sixty leads led to no case, in all four ways, and one names nobody", () => {
  const lone = leads.filter(({ stage }) => stage !== "joined");
  assert.equal(lone.length, 60);
  const ways = new Set(lone.flatMap(({ disposals }) => disposals.map(({ way }) => way)));
  assert.deepEqual([...ways].sort(), ["preliminary-verification", "settlement", "shelving", "talk-inquiry"]);
  assert.equal(leads.filter(({ concerned }) => concerned.length === 0).length, 1);
});

test("every measure is given somewhere, to persons, organizations and leading bodies", () => {
  const given = new Set(accountable.flatMap(({ measures }) => measures));
  for (const { id } of law.vocabulary.measures) assert.ok(given.has(id), id);
  for (const kind of ["person", "organization", "leading-body"])
    assert.ok(
      subjects.some(({ subject }) => subject.kind === kind),
      kind,
    );
});

test("every circumstance of the regulation is established somewhere", () => {
  const established = new Set(
    subjects.flatMap(({ circumstances }) => circumstances.map(({ circumstance }) => circumstance)),
  );
  assert.deepEqual(
    circumstancesOf(law)
      .map(({ id }) => id)
      .filter((id) => !established.has(id)),
    [],
  );
});

test("sanctions of many kinds come before and after the decision", () => {
  const kinds = new Set(subjects.flatMap(({ sanctions }) => sanctions.map(({ sanction }) => sanction)));
  assert.ok(kinds.size >= 9, [...kinds].join());
  const order = cases.flatMap((one) =>
    one.subjects.flatMap(({ sanctions }) => sanctions.map(({ effective }) => effective < (one.decision?.on ?? ""))),
  );
  assert.ok(order.includes(true) && order.includes(false));
});

test("every ground of exemption is used, and one case ends because nothing was established", () => {
  const grounds = new Set([
    ...cases.flatMap(({ ending }) => (ending === null ? [] : [ending.ground])),
    ...outcomes.flatMap((one) => (one.type === "exempt" ? [one.ground] : [])),
  ]);
  for (const { id } of exemptionGroundsOf(law, "2026-06-01")) assert.ok(grounds.has(id), id);
  assert.ok(grounds.has("nothing-established"));
});

/** Edge dates: an effective day that must be there. */
function check(name: string, effectiveOn: string, decidedOn?: string): void {
  test(`${name}: ${effectiveOn}`, () => {
    const found = cases.filter((one) => one.subjects.some(({ effect }) => effect?.effectiveOn === effectiveOn));
    assert.ok(found.length > 0);
    if (decidedOn !== undefined) assert.ok(found.some(({ decision }) => decision?.on === decidedOn));
  });
}

check("a demotion takes effect on 29 February", "2020-02-29");
check("decided in one year, effective in the next", "2020-01-02", "2019-12-31");
check("a removal takes effect on 31 August", "2021-08-31");
check("an admonition takes effect on 31 August", "2022-08-31");
check("the last barred day is the day of the demonstration", "2025-11-24");
check("the grey day comes within the week", "2025-11-26");

test("among the open inquiries some are overdue, one is due today, some soon", () => {
  const due = cases.flatMap(({ stage, dueOn }) => (stage === "inquiry" && dueOn !== null ? [dueOn] : []));
  assert.ok(
    due.some((day) => day < today) && due.includes(today) && due.some((day) => day > today && day <= "2026-11-30"),
  );
});

test("there are appeals open, upheld and followed by a change, somebody used again, consents in time and one of today, a departure from the proposal, an adjustment, a deliberation without majority", () => {
  const appeals = subjects.flatMap((file) => file.appeals);
  const cameTo = new Set(appeals.map(({ examined }) => examined?.result ?? "open"));
  assert.deepEqual([...cameTo].sort(), ["changed", "open", "upheld"]);
  const changed = subjects.filter(({ former }) => former.length > 0);
  assert.deepEqual(
    changed.map(({ outcome, served }) => [outcome?.type === "accountable" ? outcome.measures : null, served !== null]),
    [[["transfer"], true]],
  );
  assert.ok(subjects.some(({ reuses }) => reuses.some(({ decided }) => decided?.approved === true)));
  const consents = subjects.flatMap((file) => file.consents.map(({ on }) => on));
  assert.ok(consents.includes(today) && consents.some((on) => on < "2023"));
  assert.ok(accountable.some(({ departure }) => departure !== null));
  assert.ok(accountable.some(({ handling }) => handling === "adjustment"));
  assert.ok(
    cases.some(
      ({ stage, deliberation }) =>
        stage === "deliberated" && deliberation !== null && deliberation.votesFor <= deliberation.votesAgainst,
    ),
  );
});

test("some persons are subjects of two cases, and some cases have several subjects", () => {
  const times = Map.groupBy(
    subjects.filter(({ subject }) => subject.kind === "person"),
    ({ subject }) => subject.registryId,
  );
  assert.ok([...times.values()].some((files) => files.length > 1));
  assert.ok(cases.some((one) => one.subjects.length >= 3));
});

test("the liaisons register leads, and only of their own units", () => {
  for (const [account, word] of [
    ["lianluo", "松溪"],
    ["lianluo2", "应急管理局"],
  ] as const) {
    const own = script.filter((step) => step.by === account);
    assert.ok(own.length > 0, account);
    for (const step of own)
      assert.ok(step.type === "act" && step.act === "register-lead" && JSON.stringify(step.input).includes(word));
  }
});

test("evidence files are many, small and not all the same", () => {
  const files = script.flatMap((step) => (step.type === "file" ? [step.file] : []));
  assert.ok(files.length > 200);
  assert.equal(new Set(files.map(({ sha256 }) => sha256)).size, files.length);
  for (const { bytes, size, sha256, mediaType } of files) {
    assert.equal(bytes.length, size);
    assert.equal(hash("sha256", bytes), sha256);
    if (mediaType === "application/pdf") assert.ok(new TextDecoder().decode(bytes).startsWith("%PDF-1.4\n"));
  }
});

test("no text of the demonstration names a real district", () => {
  const text = JSON.stringify(script.map((step) => (step.type === "act" ? step.input : step.file.name)));
  for (const word of ["本溪", "辽宁", "沈阳"]) assert.ok(!text.includes(word), word);
});
