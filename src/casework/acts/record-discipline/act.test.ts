// A sanction is one that a text names, of a person, and of Party discipline only for a Party member.
import { test } from "node:test";
import { before, caseAfter, deliberated, refusedBy, registry } from "../../../../test/casework/played.ts";
import type { Step } from "../../../../test/casework/played.ts";

const sanctioned = (sanction: string): Step => [
  "officer",
  "record-discipline",
  {
    subjectId: "e3",
    sanction,
    effective: "2025-06-01",
    months: null,
    authority: "纪检监察工委",
    documentNumber: "云纪〔2025〕2号",
  },
];
const asked = before("record-fact");

test("a sanction that no text names is refused", () => {
  refusedBy([...asked, sanctioned("exile")], "unknown-sanction");
});

test("“党员”: who is none receives no Party sanction, and a government one all the same", () => {
  const { zone } = registry.persons;
  if (zone === undefined) throw new Error("nobody is registered");
  const none = { registry: { ...registry, persons: { zone: { ...zone, partyMember: false } } } };
  refusedBy([...asked, sanctioned("party-warning")], "not-a-party-member", none);
  caseAfter([...asked, sanctioned("government-warning")], none);
});

test("an organization is not sanctioned", () => {
  const bureau = before("record-fact", deliberated(["bureau"])).map((step): Step =>
    step[1] === "add-subject" ? [step[0], step[1], { kind: "organization", registryId: "bureau" }] : step,
  );
  refusedBy([...bureau, sanctioned("government-warning")], "not-a-person");
});

test("a probation has one of its lengths, and of any other sanction the norm says how long it lasts", () => {
  const lasting = (sanction: string, months: number | null): Step => {
    const [who, act, input] = sanctioned(sanction);
    return [who, act, { ...input, months }];
  };
  refusedBy([...asked, lasting("party-probation", null)], "wrong-length");
  refusedBy([...asked, lasting("party-probation", 18)], "wrong-length");
  refusedBy([...asked, lasting("party-warning", 12)], "wrong-length");
  caseAfter([...asked, lasting("party-probation", 24)]);
});

test("a sanction takes effect on the day it is decided or later, at a level there is", () => {
  const saying = (more: object): Step => {
    const [who, act, input] = sanctioned("party-warning");
    return [who, act, { ...input, ...more }];
  };
  caseAfter([...asked, saying({ decided: "2025-06-01" })]);
  refusedBy([...asked, saying({ decided: "2025-06-02" })], "before-decision");
  refusedBy([...asked, saying({ level: "土地爷" })], "no-such-level");
});
