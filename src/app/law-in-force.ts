// The law as data for the browser's own engine, with a version by which it knows whether it has it.
import { hash } from "node:crypto";
import type { LawInForce } from "#api/regulation.ts";
import type { Law } from "#law/law.ts";
import type { Pack } from "#law/pack.ts";

/** `version` changes when a pack or a reading does. */
export function lawInForce({ regulation, upper, settings }: Law, others: readonly Pack[]): LawInForce {
  return {
    version: hash("sha256", JSON.stringify([regulation, upper, settings])).slice(0, 16),
    regulation,
    upper,
    settings,
    others: others.map(({ id, short }) => ({ id, short })),
  };
}
