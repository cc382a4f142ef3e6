// What somebody has to do in a matter: a stage with its term, an appeal, the items of execution. What 督办 lists.
import type { Sentence } from "#law/text/citation.ts";
import { checkedDay } from "#law/reckon/days.ts";
import { deadlinesFor } from "#law/procedure/deadlines.ts";
import type { Calendar } from "#law/procedure/deadlines.ts";
import type { Law } from "#law/compile/law.ts";
import { stepName } from "#law/procedure/steps.ts";
import { examineAppeal } from "../acts/examine-appeal/act.ts";
import type { ActId } from "../acts.ts";
import { appealWays } from "../finding/appeal-ways.ts";
import { bodyActNames, isBodyAct } from "#bodies/rules/body-names.ts";
import type { Case } from "../case.ts";
import { actOfItem, dueOf, openItemsOf, waiverWaits } from "./execution.ts";
import type { Due } from "./execution.ts";
import type { Lead } from "../lead.ts";
import type { Matter } from "../replay.ts";
import { stageNames } from "../words/stage-names.ts";
import type { Appeal, SubjectFile } from "../subject-file.ts";
import { bodyWith } from "#law/procedure/bodies.ts";

/** `item` is a step of the packs, the stage that has a term, or `examine-appeal`. `accountId` is null where it is the office's. */
export type OpenItem = {
  subjectId: string | null;
  subjectName: string | null;
  item: string;
  office: string;
  accountId: string | null;
  /** The ISO day from which it is open. */
  from: string;
  due: Due;
  waiverWaits: boolean;
};

/** The office whose a lead, an inquiry and an appeal are. */
const inquiryOfficeOf = (law: Law): string => bodyWith(law, "inquiry").id;

export function openItemsIn(law: Law, calendar: Calendar, matter: Matter): OpenItem[] {
  return matter.kind === "lead"
    ? openInLead(law, calendar, matter)
    : [
        ...openInInquiry(law, calendar, matter),
        ...openAppeals(law, calendar, matter),
        ...openInExecution(law, calendar, matter),
      ];
}

/** The name of an item, in a matter or about a leading body; its id where no pack knows it any more. */
export function openItemName(law: Law, item: string): Sentence {
  if (item === "examine-appeal") return examineAppeal.names;
  if (isBodyAct(item)) return bodyActNames[item];
  if (item in stageNames) return stageNames[item as keyof typeof stageNames]; // just looked up
  return stepName(law, item) ?? { zh: item, en: item };
}

/** The act that does it; null where that depends on more than the item. */
export function actOfOpenItem(item: string): ActId | null {
  if (item in stageNames) return null;
  return item === "examine-appeal" ? item : actOfItem(item);
}

function openInLead(law: Law, calendar: Calendar, lead: Lead): OpenItem[] {
  const begun = {
    registered: lead.receivedOn,
    "talk-inquiry": lead.disposals.at(-1)?.on,
    "preliminary-verification": lead.disposals.at(-1)?.on,
    returned: lead.returns.at(-1)?.on,
    transferred: lead.transfer?.on,
    shelved: undefined,
    settled: undefined,
    joined: undefined,
    "handed-over": undefined,
  } as const satisfies Record<Lead["stage"], string | undefined>;
  const from = begun[lead.stage];
  if (from === undefined) return [];
  // What was sent back for completion waits for whoever registered it.
  const accountId = lead.stage === "returned" ? lead.registeredBy : null;
  // A proposal for its disposal is due from the first day on.
  const set = lead.stage === "registered" ? dueBy(law, calendar, "lead-proposal", lead.receivedOn) : null;
  return [
    {
      ...ofTheMatter,
      item: lead.stage,
      office: inquiryOfficeOf(law),
      accountId,
      from,
      due: sooner(dueOn(lead.dueOn), set),
    },
  ];
}

function openInInquiry(law: Law, calendar: Calendar, { stage, opening, dueOn: due, group }: Case): OpenItem[] {
  if (stage !== "inquiry" || opening === null) return [];
  const set = dueBy(law, calendar, "opinion", opening.on);
  return [
    {
      ...ofTheMatter,
      item: "inquiry",
      office: inquiryOfficeOf(law),
      accountId: group?.leader ?? null,
      from: opening.on,
      due: sooner(dueOn(due), set),
    },
  ];
}

/** One for each subject: the appeal that is to be decided first. */
function openAppeals(law: Law, calendar: Calendar, { subjects }: Case): OpenItem[] {
  return subjects.flatMap((file) => {
    const { subject, appeals } = file;
    const open = appeals.filter((one) => one.examined === null);
    const [first] = open.toSorted((a, b) => ((a.dueOn ?? "9999") < (b.dueOn ?? "9999") ? -1 : 1));
    if (first === undefined) return [];
    return [
      {
        ...ofTheMatter,
        subjectId: subject.id,
        subjectName: subject.name,
        item: "examine-appeal",
        office: inquiryOfficeOf(law),
        accountId: null,
        from: first.on,
        due: first.dueOn === null ? decisionDue(law, calendar, file, first) : dueOn(first.dueOn),
      },
    ];
  });
}

function openInExecution(law: Law, calendar: Calendar, state: Case): OpenItem[] {
  return openItemsOf(law, state).map((item) => ({
    subjectId: item.subjectId,
    subjectName: item.subjectName,
    item: item.item,
    office: item.office,
    accountId: item.file.accountId,
    from: item.from,
    due: dueOf(item, calendar),
    waiverWaits: waiverWaits(item.file),
  }));
}

/** The soonest day set by the texts in force when it began; null where none sets any. */
function dueBy(law: Law, calendar: Calendar, act: string, from: string): Due | null {
  const start = checkedDay(from);
  return deadlinesFor(law, act, [], start)
    .map(({ length }) => dueOf({ within: { ...length, words: null }, from, term: null }, calendar))
    .reduce<Due | null>((soonest, due) => (soonest === null ? due : sooner(soonest, due)), null);
}

/** The sooner of two; a day goes before none. */
function sooner(one: Due, other: Due | null): Due {
  if (other === null || other.type === "no-term") return one;
  if (one.type !== "day") return one.type === "no-term" ? other : one;
  return other.type === "day" && other.on < one.on ? other : one;
}

/** Until when the appeal has to be decided, by the calendar as it is now. */
function decisionDue(law: Law, calendar: Calendar, { outcome }: SubjectFile, { way, on }: Appeal): Due {
  const measures = outcome?.type === "accountable" ? outcome.measures : [];
  const [set] = deadlinesFor(law, appealWays[way].decided, measures, checkedDay(on));
  return set === undefined
    ? { type: "no-term" }
    : dueOf({ within: { ...set.length, words: null }, from: on, term: null }, calendar);
}

const ofTheMatter = { subjectId: null, subjectName: null, waiverWaits: false } as const;

function dueOn(on: string | null): Due {
  return on === null ? { type: "no-term" } : { type: "day", on };
}
