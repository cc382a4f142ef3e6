// What other offices read of the demonstration's matters: words typed so far go out, each by somebody else than typed them.
import { mattersWaiting } from "#matters/rows/text-waiting.ts";
import { releaseWords, waitingTextsOf } from "#matters/uses/releases.ts";
import { inTransaction } from "#database/database.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { actorOf } from "./telling.ts";
import { dice, uuid } from "./seeded.ts";

/** More than there are matters. */
const all = 10_000;

/** Throws where a release is refused. */
export async function releaseWaiting(app: App): Promise<void> {
  const chosen = dice("放行");
  for (const account of ["shenli", "shuji"]) {
    const actor = actorOf(account);
    const waiting = await inTransaction(app.database, scopeOf(app, actor.accountId), (trx) =>
      mattersWaiting(trx, actor, all),
    );
    for (const { matterId } of waiting) {
      const found = await waitingTextsOf(app, actor, { matterId });
      const texts = found.type === "done" ? found.answer.texts : [];
      const seqs = texts.filter(({ own, named }) => !own && !named).map(({ seq }) => seq);
      if (seqs.length === 0) continue;
      const released = await releaseWords(app, actor, { matterId, seqs, key: uuid(chosen) });
      if (released.type !== "done") throw new Error(`words of ${matterId} were ${released.type}`);
    }
  }
}
