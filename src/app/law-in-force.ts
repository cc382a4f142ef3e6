// The law as data for the browser's own engine, with a version by which it knows whether it has it.
import { hash } from "node:crypto";
import type { Law } from "#law/law.ts";
import type { Pack } from "#law/pack.ts";

export type LawInForce = { version: string; regulation: Pack; upper: Pack[]; settings: Record<string, string> };

/** `version` changes when a pack or a reading does. */
export function lawInForce({ regulation, upper, settings }: Law): LawInForce {
  return {
    version: hash("sha256", JSON.stringify([regulation, upper, settings])).slice(0, 16),
    regulation,
    upper,
    settings,
  };
}
