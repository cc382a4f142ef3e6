// A recovery key made: backups are sealed to its public half from now on; its private half leaves in two parts and is kept nowhere.
import { splitIdentity } from "../recovery-parts.ts";
import type { RecoveryPart } from "../recovery-parts.ts";
import { addRecoveryRecipient, recoveryRecipient } from "../rows/recovery-keys.ts";
import { newIdentity, recipientOf } from "../sealed-file.ts";
import { inRetriedTransaction } from "#database/database.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import { nowOf } from "#kernel/time.ts";
import { openLogKey } from "#log/signing-key.ts";

/** `hand` puts the parts where the two people find them, before anything is sealed to the key; a key made before stays good for what was sealed to it. */
export async function makeRecoveryKey(
  app: App,
  hand: (parts: readonly [RecoveryPart, RecoveryPart]) => void,
): Promise<string> {
  const identity = await newIdentity();
  const recipient = await recipientOf(identity);
  const at = nowOf(app);
  const signer = openLogKey(app.dataFolder).publicKey;
  hand(splitIdentity(identity, { jurisdiction: app.jurisdictionName, at, recipient, signer }));
  await inRetriedTransaction(app.database, scopeOf(app, null), async (trx) => {
    const version = ((await recoveryRecipient(trx))?.version ?? 0) + 1;
    await addRecoveryRecipient(trx, { version, recipient, at });
    await recordAdministration(app, trx, null, "make-recovery-key", { version, recipient });
  });
  return recipient;
}
