// What is open in a matter and is somebody's to do: a stage with its term, an appeal, the items of execution. What 督办 lists.
import type { Sentence } from "#law/citation.ts";
import type { Calendar } from "#law/deadlines.ts";
import type { Law } from "#law/law.ts";
import { stepName } from "#law/steps.ts";
import { actNames } from "./act-names.ts";
import type { ActId } from "./act-names.ts";
import { bodyActNames, isBodyAct } from "./body-names.ts";
import type { Case } from "./case.ts";
import { actOfItem, dueOf, openItemsOf, waiverWaits } from "./execution.ts";
import type { Due } from "./execution.ts";
import type { Lead } from "./lead.ts";
import type { Matter } from "./replay.ts";
import { stageNames } from "./stages.ts";

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

const inquiring = "discipline-committee";

export function openItemsIn(law: Law, calendar: Calendar, matter: Matter): OpenItem[] {
  return matter.kind === "lead"
    ? openInLead(matter)
    : [...openInInquiry(matter), ...openAppeals(matter), ...openInExecution(law, calendar, matter)];
}

/** The name of an item, in a matter or about a leading body; its id where no pack knows it any more. */
export function openItemName(law: Law, item: string): Sentence {
  if (item === "examine-appeal") return actNames[item];
  if (isBodyAct(item)) return bodyActNames[item];
  if (item in stageNames) return stageNames[item as keyof typeof stageNames]; // just looked up
  return stepName(law, item) ?? { zh: item, en: item };
}

/** The act that does it; null where that depends on more than the item. */
export function actOfOpenItem(item: string): ActId | null {
  if (item in stageNames) return null;
  return item === "examine-appeal" ? item : actOfItem(item);
}

function openInLead(lead: Lead): OpenItem[] {
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
  return [{ ...whole, item: lead.stage, office: inquiring, accountId, from, due: dueOn(lead.dueOn) }];
}

function openInInquiry({ stage, opening, dueOn: due, group }: Case): OpenItem[] {
  if (stage !== "inquiry" || opening === null) return [];
  return [
    {
      ...whole,
      item: "inquiry",
      office: inquiring,
      accountId: group?.leader ?? null,
      from: opening.on,
      due: dueOn(due),
    },
  ];
}

/** One for each subject: the appeal that is to be decided first. */
function openAppeals({ subjects }: Case): OpenItem[] {
  return subjects.flatMap(({ subject, appeals }) => {
    const open = appeals.filter((one) => one.examined === null);
    const [first] = open.toSorted((a, b) => ((a.dueOn ?? "9999") < (b.dueOn ?? "9999") ? -1 : 1));
    if (first === undefined) return [];
    return [
      {
        ...whole,
        subjectId: subject.id,
        subjectName: subject.name,
        item: "examine-appeal",
        office: inquiring,
        accountId: null,
        from: first.on,
        due: dueOn(first.dueOn),
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

const whole = { subjectId: null, subjectName: null, waiverWaits: false } as const;

function dueOn(on: string | null): Due {
  return on === null ? { type: "no-term" } : { type: "day", on };
}
