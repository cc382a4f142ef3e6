// The names and numbers of reporters that may not leave the group: looked for only where somebody who may be shown them lets words out.
import type { Reporter } from "../contract/reporters.ts";
import { unsealReporter } from "../reporter-seal.ts";
import { sourceLeadIds } from "../rows/involved.ts";
import type { Matter } from "#casework/replay.ts";
import { readUnfiltered } from "#database/database.ts";
import type { Transaction } from "#database/database.ts";
import { sealedReporterOf } from "../rows/reporters.ts";
import type { App } from "#kernel/app.ts";

/** The text that binds a sealed identity to its lead. */
export function sealContext(app: App, leadId: string): string {
  return `${app.jurisdictionId} ${leadId}`;
}

/** Who reported the lead, or the leads that the case was opened on. */
export async function protectedNames(app: App, trx: Transaction, matter: Matter): Promise<Reporter[]> {
  const leadIds = matter.kind === "lead" ? [matter.id] : sourceLeadIds(matter);
  return readUnfiltered(trx, async (machine) => {
    const found: Reporter[] = [];
    for (const leadId of leadIds) {
      const sealed = await sealedReporterOf(machine, leadId);
      if (sealed !== null) found.push(unsealReporter(app.reporterKey, sealed, sealContext(app, leadId)));
    }
    return found;
  });
}

/** Whether a name or a number of one of these reporters stands in the text; not a name that stands there for somebody in `others`. */
export function standsIn(text: string, reporters: readonly Reporter[], others: readonly string[]): boolean {
  const plain = bare(text);
  return reporters.some(({ name, contact }) => {
    const called = bare(name);
    if (called.length >= 2 && !others.map(bare).includes(called) && plain.includes(called)) return true;
    return (contact.normalize("NFKC").match(/\d{5,}/gu) ?? []).some((digits) => plain.includes(digits));
  });
}

/** Without spaces, dashes and dots between the characters, and in one width. */
function bare(text: string): string {
  return text.normalize("NFKC").replaceAll(/[\s\p{P}]/gu, "");
}
