// What has to be done next in a matter, and the status of its due day: what “my work” lists.
import type { Law } from "#law/compile/law.ts";
import type { ActId } from "../acts.ts";
import { factsNotPut } from "../case.ts";
import type { Case } from "../case.ts";
import { belongsAbove } from "../finding/competence.ts";
import { openItemsOf, waiverWaits } from "./execution.ts";
import { inquirersLeft } from "../outline.ts";
import type { Matter } from "../replay.ts";

/** The acts to do next as the matter stands, whoever's duty they are; none where it rests or is over. */
export function nextStepsOf(law: Law, matter: Matter): ActId[] {
  const onWay = nextAtStage(law, matter);
  return matter.kind === "lead" ? onWay : [...new Set([...onWay, ...nextAfterDecision(matter)])];
}

/** The acts that an appeal or a changed decision asks for, whatever the stage of the case. */
function nextAfterDecision(state: Case): ActId[] {
  return state.subjects.flatMap((file): ActId[] => {
    const waiting = file.appeals.some((one) => one.examined === null);
    const [last] = file.appeals.slice(-1);
    const followed = file.former.some(({ by }) => by.ground.type === "appeal" && by.ground.appeal === last?.seq);
    const unfollowed = last?.examined != null && last.examined.result !== "upheld" && !followed;
    const reuse = file.reuses.findLast((one) => one.decided === null);
    const consented = reuse !== undefined && file.consents.some((one) => one.on >= reuse.on);
    const unserved = file.former.length > 0 && file.served === null;
    return [
      ...(waiting ? (["examine-appeal"] as const) : []),
      ...(unfollowed ? (["change-decision"] as const) : []),
      ...(reuse === undefined ? [] : ([consented ? "decide-reuse" : "record-consent"] as const)),
      ...(unserved ? (["serve"] as const) : []),
    ];
  });
}

function nextAtStage(law: Law, matter: Matter): ActId[] {
  switch (matter.stage) {
    case "registered":
      return ["dispose-lead"];
    case "talk-inquiry":
    case "preliminary-verification":
      return [matter.result === null ? "record-lead-result" : "dispose-lead"];
    case "returned":
      return ["supplement-lead"];
    case "transferred":
      return ["record-transfer-receipt"];
    case "opening-requested":
      return ["decide-opening"];
    case "inquiry":
      return matter.subjects.some((file) => file.circumstancesAwaiting.length > 0)
        ? ["approve-circumstance", nextInInquiry(matter)]
        : [nextInInquiry(matter)];
    case "proposed":
      return ["record-deliberation"];
    case "deliberated":
    case "deciding":
      return nextInDeciding(law, matter);
    case "decided":
      return ["serve"];
    case "served":
      return ["take-effect"];
    case "effective":
      return nextInExecution(law, matter);
    case "taken-over":
      return ["close"];
    case "paper-entered":
      return ["confirm-paper-case"];
    case "paper-returned":
    case "shelved":
    case "settled":
    case "joined":
    case "handed-over":
    case "not-opened":
    case "closed":
    case "ended-without-accountability":
      return [];
  }
}

/** The first act that a proposal still lacks, in the order of an inquiry. */
function nextInInquiry(state: Case): ActId {
  if (inquirersLeft(state).length < 2) return "change-inquiry-group";
  if (state.subjects.length === 0) return "add-subject";
  const of = (id: string) => state.facts.some((fact) => fact.subjectIds.includes(id));
  if (state.subjects.some((file) => !of(file.subject.id))) return "record-fact";
  if (state.subjects.some((file) => file.circumstances.length + file.circumstancesAwaiting.length === 0))
    return "establish-circumstance";
  if (state.subjects.some((file) => factsNotPut(state, file).length > 0)) return "put-facts";
  if (state.subjects.some((file) => file.statement === null)) return "record-statement";
  return "propose";
}

/**
 * Who has to decide on the subjects that are left, and what waits for those that were decided on. By the pack alone: what a row of the ledger
 * holds does not change with the authority table of the district.
 */
function nextInDeciding(law: Law, state: Case): ActId[] {
  const steps = new Set<ActId>();
  for (const file of state.subjects) {
    if (file.upward !== null) steps.add("record-answer");
    else if (file.outcome === null) steps.add(belongsAbove(law, file, null) ? "propose-upward" : "decide");
    else if (file.served === null) steps.add("serve");
    else if (file.effect === null && file.outcome.type === "accountable") steps.add("take-effect");
  }
  return [...steps];
}

/** The acts that the measures given still require; closing, when there are none. */
function nextInExecution(law: Law, state: Case): ActId[] {
  const open = openItemsOf(law, state);
  const steps = new Set(open.map(({ act, file }) => (waiverWaits(file) ? ("decide-waiver" as const) : act)));
  return steps.size === 0 ? ["close"] : [...steps];
}

/** Days before the due day from which it is yellow. */
export const yellowDays = 7;
export type DueStatus = "green" | "yellow" | "red" | "none";

/** The status of a due day; both in integer days. On the due day itself there is still time: yellow. */
export function dueStatusOf(dueOn: number | null, today: number): DueStatus {
  if (dueOn === null) return "none";
  if (today > dueOn) return "red";
  return dueOn - today <= yellowDays ? "yellow" : "green";
}
