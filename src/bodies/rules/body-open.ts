// What is open about a leading body and whose it is: the next act of its round, and each follow-up with its day. What the desk and 督办 list.
import type { Law } from "#law/compile/law.ts";
import { countedIn, stageOf } from "./body.ts";
import type { Body, HeldMember } from "./body.ts";
import { bodyDuties, followUpRoles } from "./body-names.ts";
import type { BodyActId } from "./body-names.ts";
import { officesOfRoles } from "#casework/offices.ts";
import type { Role } from "#casework/roles.ts";

/**
 * `followUp` is the id of what follows for a member, `accountId` whose it is; both null for the next act of the round. Days are ISO.
 * The text sets the round no term but 及时, so that only a follow-up has a due day.
 */
export type OpenOnBody = {
  act: BodyActId;
  followUp: string | null;
  about: string | null;
  accountId: string | null;
  offices: string[];
  from: string;
  dueOn: string | null;
};

/**
 * The act of the round first, then the follow-ups, the first due first. `owners` gives the roles of those who can be charged with one: it is
 * the office's whose they are; of every such office where they hold none of them any more.
 */
export function openOnBody(
  law: Law,
  body: Body,
  held: readonly HeldMember[],
  today: string,
  owners: Readonly<Record<string, readonly Role[]>>,
): OpenOnBody[] {
  const counted = countedIn(body, held);
  const act = nextOnBody(law, body, held, today);
  const round = { followUp: null, about: null, accountId: null, dueOn: null };
  const from = body.deliberation?.on ?? body.proposal?.on ?? counted.at(-1)?.decidedOn ?? today;
  const followUps = body.followUps
    .filter(({ done }) => done === null)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .map(({ id, name, what, accountId, dueOn, decidedOn }) => ({
      act: "complete-follow-up" as const,
      followUp: id,
      about: `${name} ${what}`,
      accountId,
      offices: officesOfRoles(
        law,
        (owners[accountId] ?? followUpRoles).filter((role) => bodyDuties["complete-follow-up"].roles.includes(role)),
      ),
      from: decidedOn,
      dueOn,
    }));
  return [
    ...(act === null ? [] : [{ ...round, act, offices: officesOfRoles(law, bodyDuties[act].roles), from }]),
    ...followUps,
  ];
}

function nextOnBody(law: Law, body: Body, held: readonly HeldMember[], today: string): BodyActId | null {
  switch (stageOf(law, body, held, today)) {
    case "quiet":
    case "reformed":
    case "declined":
      return null;
    case "noticed": {
      // After the end of a round the findings of the last one are none of the next.
      const ended = body.done === "reformed" || body.done === "declined";
      const found = ended ? [null] : Object.values(body.findings);
      if (found.includes(null)) return "find-body";
      return found.every((one) => one?.found === true) ? "propose-reform" : "decline-reform";
    }
    case "proposed":
      return "deliberate-reform";
    case "deliberated":
      return "decide-reform";
  }
}
