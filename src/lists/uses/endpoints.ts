// The use behind each endpoint of lists.
import type { UsesOf } from "#kernel/use-of.ts";
import type { lists } from "../contract.ts";
import { checkNames } from "./check-names.ts";

export const listsUses = { check: checkNames } satisfies UsesOf<typeof lists>;
