// Whether a text that all who handle a lead read tells who reported it.
import type { Reporter } from "../contract/reporters.ts";
import { unsealReporter } from "../reporter-seal.ts";
import type { Law } from "#law/compile/law.ts";
import { procedureOf } from "#law/procedure/procedures.ts";
import type { Refusal } from "#law/refusal.ts";
import { readUnfiltered } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { sealedReporterOf } from "../rows/reporters.ts";
import { todayOf } from "#kernel/time.ts";
import type { App } from "#kernel/app.ts";

/** Which part of the reporter's identity stands in the text; null when none does. */
export function namesReporter(text: string, { name, contact }: Reporter): { zh: string; en: string } | null {
  const plain = text.replaceAll(/\s/gu, "");
  if (name.length >= 2 && plain.includes(name.replaceAll(/\s/gu, ""))) return { zh: "姓名", en: "name" };
  const digits = contact.match(/\d{5,}/gu) ?? [];
  if (digits.some((one) => plain.includes(one))) return { zh: "电话或者号码", en: "telephone or number" };
  return null;
}

/** With what a sealed identity is bound to its lead. */
export function boundTo(app: App, leadId: string): string {
  return `${app.jurisdictionId} ${leadId}`;
}

/**
 * What refuses an act on a lead whose words hold the identity sealed for it. Only the machine looks into the seal, and the answer does not
 * say which part it found: whoever writes need not know who reported.
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
  if (namesReporter(written, unsealReporter(app.reporterKey, sealed, boundTo(app, leadId))) === null) return [];
  const message = {
    zh: "所填内容中出现了反映人的身份信息，请改写后再提交：线索供所有办理人阅看，不得含反映人身份",
    en: "What you wrote holds part of the reporter's identity; rewrite it: everybody who handles the lead reads it",
  };
  return [{ code: "reporter-named", source: procedureOf(law, "leads", todayOf(app)), message }];
}
