// Which leads may already be on the same matter: asked while a lead is being entered.
import type { SimilarLead } from "../contract/matters.ts";
import type { Actor } from "#casework/actor.ts";
import { inTransaction } from "#database/database.ts";
import { similarLeads } from "../rows/similar-leads.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";

export async function findSimilarLeads(
  app: App,
  actor: Actor,
  asked: { summary: string; concerned: readonly { name: string; unit: string; personId: string | null }[] },
): Promise<SimilarLead[]> {
  const { summary, concerned } = asked;
  return inTransaction(app.database, scopeOf(app, actor.accountId), (trx) =>
    similarLeads(trx, actor, {
      summary,
      persons: concerned.flatMap(({ personId }) => (personId === null ? [] : [personId])),
      names: concerned.map(({ name }) => name).filter((name) => name.length >= 2),
      units: concerned.map(({ unit }) => unit),
    }),
  );
}
