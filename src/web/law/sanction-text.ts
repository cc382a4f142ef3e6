// A sanction as it is shown: from when, how long, and what became of it later.
import { listed } from "../language.ts";
import { m } from "../paraglide/messages.js";

type Shown = {
  effectiveOn: string;
  months: number | null;
  extended: number | null;
  restoredOn: string | null;
  revokedOn: string | null;
};

export function sanctionText({ effectiveOn, months, extended, restoredOn, revokedOn }: Shown): string {
  return listed(
    [
      m.record_sanction({ effective: effectiveOn }),
      months === null ? "" : m.months({ months }),
      extended === null ? "" : m.sanction_extended_text({ months: extended }),
      restoredOn === null ? "" : m.sanction_restored_text({ on: restoredOn }),
      revokedOn === null ? "" : m.sanction_revoked_text({ on: revokedOn }),
    ].filter((part) => part !== ""),
  );
}
