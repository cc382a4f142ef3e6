// The use behind the endpoint of figures.
import type { UsesOf } from "#kernel/use-of.ts";
import type { statistics } from "../contract.ts";
import { figuresOn } from "./restricted-figures.ts";

export const statisticsUses = { figures: figuresOn } satisfies UsesOf<typeof statistics>;
