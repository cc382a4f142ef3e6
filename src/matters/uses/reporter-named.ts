// Checks texts that everyone who handles a lead reads for the identity of who reported it.
import type { Reporter } from "../contract/reporters.ts";
import { unsealReporter } from "../reporter-seal.ts";
import type { Law } from "#law/compile/law.ts";
import { procedureOf } from "#law/procedure/procedures.ts";
import type { Refusal } from "#law/refusal.ts";
import type { Sentence } from "#law/text/citation.ts";
import { readUnfiltered } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { sealedReporterOf } from "../rows/reporters.ts";
import { todayOf } from "#kernel/time.ts";
import type { App } from "#kernel/app.ts";
import { reporterInText, reporterParts } from "./words.ts";

/** The part of the reporter's identity that the text contains (name, number); null when it contains none. */
export function reporterPartIn(text: string, { name, contact }: Reporter): Sentence | null {
  const plain = text.replaceAll(/\s/gu, "");
  if (name.length >= 2 && plain.includes(name.replaceAll(/\s/gu, ""))) return reporterParts.name;
  const digits = contact.match(/\d{5,}/gu) ?? [];
  if (digits.some((one) => plain.includes(one))) return reporterParts.number;
  return null;
}

/** The text that binds a sealed identity to its lead. */
export function sealContext(app: App, leadId: string): string {
  return `${app.jurisdictionId} ${leadId}`;
}

/**
 * Refuses an act on a lead whose input contains the identity sealed for it. Only the system opens the seal, and the refusal does not say
 * which part was found: whoever writes need not know who reported.
 */
export async function refuseReporterNamed(
  app: App,
  trx: Transaction,
  law: Law,
  leadId: string,
  input: unknown,
): Promise<Refusal[]> {
  const sealed = await readUnfiltered(trx, (machine) => sealedReporterOf(machine, leadId));
  if (sealed === null) return [];
  const written = JSON.stringify(input, (key, value: unknown) => (key === "personId" ? null : value));
  if (reporterPartIn(written, unsealReporter(app.reporterKey, sealed, sealContext(app, leadId))) === null) return [];
  return [{ code: "reporter-named", source: procedureOf(law, "leads", todayOf(app)), message: reporterInText }];
}
