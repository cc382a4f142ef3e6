// What the event of this act says.
import { listed, textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import type { WordsOf } from "#web/matter/event-words.ts";
import type { Law } from "#law/compile/law.ts";
import { scopeNamed } from "#law/procedure/effects.ts";
import { circulationScopes } from "#web/acts/circulation-scopes.ts";

export const recordCirculationWords = {
  circulated: (event, { law }) => [
    [m.circulation_on(), event.on],
    [m.circulation_scope(), circulationScopes[event.scope]()],
    [m.text_scopes(), event.scopes.length === 0 ? null : listed(event.scopes.map((one) => scopeName(law, one)))],
    [m.circulation_document(), event.documentNumber],
    [m.circulation_recipients(), listed(event.recipients)],
  ],
} as const satisfies WordsOf<"circulated">;

function scopeName(law: Law, id: string): string {
  const name = scopeNamed(law, id);
  return name === null ? id : textOf(name);
}
