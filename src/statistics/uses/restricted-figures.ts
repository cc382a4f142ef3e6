// Figures of persons restricted on a day. Reading them is logged: in a small unit a figure names a person.
import type { RestrictedFigures } from "../contract.ts";
import { kinOf } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { inRetriedTransaction } from "#database/database.ts";
import { restrictedFigures } from "../rows.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordLine } from "#kernel/uses/record.ts";

/** `on`: an existing day, ISO. */
export async function figuresOn(
  app: App,
  actor: Actor,
  asked: { on: string; layer: "regulation" | "upper" },
): Promise<RestrictedFigures> {
  return inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    // Nobody looks up with an office's rights what is held against themselves.
    const figures = await restrictedFigures(trx, { day: asked.on, layer: asked.layer, except: kinOf(actor) });
    await recordLine(app, trx, actor, { kind: "sensitive-read", what: "read-figures", outcome: "done", body: asked });
    return figures;
  });
}
