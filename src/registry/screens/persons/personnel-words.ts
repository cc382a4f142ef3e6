// Words of the personnel record as the vocabulary has them.
import type { PersonView } from "../../contract.ts";
import type { ImportColumn } from "#imports/rules/import-column-names.ts";
import type { Law } from "#law/compile/law.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";

type Word = { id: string; name: { zh: string; en: string } };

/** The id itself where the vocabulary no longer has it; nothing where there is none. */
export function wordOf(words: readonly Word[], id: string | null): string {
  if (id === null) return "";
  const found = words.find((one) => one.id === id);
  return found === undefined ? id : textOf(found.name);
}

/** The heading of the template, where Chinese is read. */
export function columnName({ id, heading }: ImportColumn): string {
  return textOf({ zh: heading, en: columnNames[id]?.() ?? heading });
}

const columnNames: Readonly<Record<string, () => string>> = {
  unit: m.unit,
  post: m.post,
  level: m.level,
  rank: m.rank,
  leading: m.leading_post_label,
  managedBy: m.managed_by,
  kind: m.appointment_kind,
  from: m.post_from,
  to: m.post_to,
  approvedOn: m.approved_on,
  actingOffice: m.acting_office,
  documentNumber: m.document_number,
  year: m.record_year,
  grade: m.grade,
  givenBy: m.given_by,
  honour: m.honour_name,
  honourLevel: m.honour_level,
  issuer: m.honour_issuer,
  givenOn: m.honour_on,
};

/** As recorded; where only the membership is known, that. */
export function politicalStatusOf({ politicalStatus, partyMember }: PersonView["person"], law: Law): string {
  const recorded = wordOf(law.vocabulary.personnel.politicalStatuses, politicalStatus);
  if (recorded !== "") return recorded;
  return partyMember ? m.party_member() : m.not_party_member();
}
