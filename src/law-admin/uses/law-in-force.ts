// The law as data for the browser's own engine: the packs, and apart from them what the interpreting bodies have made of them.
import { hash } from "node:crypto";
import { authorityInForce } from "#jurisdiction/uses/authority.ts";
import type { DecisionsInForce, LawInForce } from "../contract/regulation.ts";
import { interpretingBodiesOf } from "../rules/interpreting.ts";
import type { Actor } from "#casework/actor.ts";
import type { Law } from "#law/compile/law.ts";
import type { Pack } from "#law/pack/pack.ts";
import { inTransaction } from "#database/database.ts";
import { lawInForce } from "../rows/law-state.ts";
import { orNotFound } from "#kernel/answer.ts";
import type { Found } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";

/** Put together once for each law, for it is the whole text. */
const packsKnown = new WeakMap<Law, LawInForce>();
const versionsKnown = new WeakMap<Law, string>();

/** All packs as the browser takes them. */
function packsFor({ law, otherPacks }: App): LawInForce {
  const there = packsKnown.get(law);
  if (there !== undefined) return there;
  const { regulation, upper, settings } = law;
  const others = otherPacks.map(({ id, short }) => ({ id, short }));
  const packs = { version: packsVersion(law), regulation, upper, settings, others };
  packsKnown.set(law, packs);
  return packs;
}

/** The same with the authority table that holds here. */
export async function packsWithAuthority(app: App): Promise<LawInForce & { authority: Law["authority"] }> {
  return { ...packsFor(app), authority: await authorityInForce(app) };
}

/** One pack, in force or beside it. */
export async function findPack(
  { law, otherPacks }: App,
  _actor: Actor,
  { packId }: { packId: string },
): Promise<Found<Pack>> {
  return orNotFound([law.regulation, ...law.upper, ...otherPacks].find(({ id }) => id === packId) ?? null);
}

/** Changes when a pack that is in force, or a reading of its own, does. */
export function packsVersion(law: Law): string {
  return versionFor(law, () => [law.regulation, law.upper, law.settings]);
}

/** What holds beside the packs; `version` names all by which an answer was found. */
export async function inForceFor(app: App, actor: Actor): Promise<DecisionsInForce> {
  return inTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const law = await lawInForce(trx, app.law);
    const { norms, interpretations, passages } = law;
    return {
      version: lawVersion(app.law, law),
      norms: [...norms],
      interpretations,
      passages,
      actsFor: interpretingBodiesOf(law, actor),
    };
  });
}

/** Names the packs together with the interpretations that hold; `base` is the law of the packs alone. */
export function lawVersion(base: Law, law: Law): string {
  if (law === base) return packsVersion(base);
  return versionFor(law, () => [packsVersion(base), [...law.norms], law.interpretations, law.passages]);
}

function versionFor(law: Law, content: () => unknown): string {
  const there = versionsKnown.get(law);
  if (there !== undefined) return there;
  const version = hash("sha256", JSON.stringify(content())).slice(0, 16);
  versionsKnown.set(law, version);
  return version;
}
