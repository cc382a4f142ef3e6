// Words of the personnel record as the vocabulary has them.
import type { PersonView } from "#api/registry.ts";
import type { Law } from "#law/law.ts";
import { textOf } from "../../language.ts";
import { m } from "../../paraglide/messages.js";

type Word = { id: string; name: { zh: string; en: string } };

/** The id itself where the vocabulary no longer has it; nothing where there is none. */
export function wordOf(words: readonly Word[], id: string | null): string {
  if (id === null) return "";
  const found = words.find((one) => one.id === id);
  return found === undefined ? id : textOf(found.name);
}

/** As recorded; where only the membership is known, that. */
export function politicalStatusOf({ politicalStatus, partyMember }: PersonView["person"], law: Law): string {
  const recorded = wordOf(law.vocabulary.personnel.politicalStatuses, politicalStatus);
  if (recorded !== "") return recorded;
  return partyMember ? m.party_member() : m.not_party_member();
}
