// The router follows from the contract: an endpoint without its use, or with one that does not fit it, does not compile.
import { deepEqual, equal, rejects, throws } from "node:assert/strict";
import { test } from "node:test";
import { call, ORPCError } from "@orpc/server";
import { z } from "zod";
import type { calendar } from "#jurisdiction/contract/calendar.ts";
import { calendarUses } from "#jurisdiction/uses/endpoints.ts";
import { notFound, refusedSaying } from "#kernel/answer.ts";
import type { Answer, Unfit } from "#kernel/answer.ts";
import { endpoint } from "#kernel/contract/meta.ts";
import type { UsesOf } from "#kernel/use-of.ts";
import type { Context } from "./context.ts";
import { routerOf } from "./router.ts";
import { uses } from "./endpoint-uses.ts";
import type { Uses } from "./endpoint-uses.ts";

const doubling = endpoint
  .route({ method: "POST", path: "/made-up/double" })
  .meta({ access: "signed-in", logged: "nothing" })
  .input(z.strictObject({ number: z.int() }))
  .output(z.object({ doubled: z.int() }));
const madeUp = { doubling };
type MadeUp = UsesOf<typeof madeUp>;

test("an endpoint, or a part of the contract, without its use does not compile", () => {
  const { confirm: _confirm, ...withoutConfirm } = calendarUses;
  // @ts-expect-error -- nobody confirms a year
  const lacking: UsesOf<typeof calendar> = withoutConfirm;
  const { calendar: _calendar, ...withoutCalendar } = uses;
  // @ts-expect-error -- no use at all for the calendar
  const lackingPart: Uses = withoutCalendar;
  equal("confirm" in lacking || "calendar" in lackingPart, false);
  throws(() => routerOf({ madeUp }, { madeUp: {} }), /endpoint madeUp.doubling has no use/u);
});

test("a use that takes or answers something else than its endpoint does not compile", () => {
  const ofText = async (_app: unknown, _actor: unknown, asked: { number: string }) => ({
    doubled: asked.number.length,
  });
  // @ts-expect-error -- the endpoint gives a number, not a text
  const taking: MadeUp = { doubling: ofText };
  // @ts-expect-error -- the endpoint promises a number
  const answering: MadeUp = { doubling: async () => ({ doubled: "two" }) };
  const finished = { end: endpoint.output(z.object({ type: z.literal("done") })) };
  // @ts-expect-error -- a bare value that looks like an answer would be taken for one
  const looking: UsesOf<typeof finished> = { end: async () => ({ type: "done" }) };
  equal([taking, answering, looking].length, 3);
});

test("a made-up endpoint answers what its use answers, or the problem that the contract names for it", async () => {
  deepEqual(await asked({ type: "done", answer: { doubled: 4 } }), { doubled: 4 });
  deepEqual(await asked({ doubled: 4 }), { doubled: 4 });
  await refuses(refusedSaying("odd", { zh: "奇数", en: "It is odd" }, "number"), "REFUSED", 422);
  await refuses(notFound, "NOT_FOUND", 404);
  await refuses({ type: "conflict", message: { zh: "已变", en: "Changed" }, version: 2, since: [] }, "CONFLICT", 409);
  await refuses({ type: "unfit", issues: [{ path: "number", message: "太大" }] }, "BAD_REQUEST", 400);
});

type Value = { doubled: number };

async function asked(answer: Answer<Value> | Unfit | Value): Promise<unknown> {
  const answers: MadeUp = { doubling: async () => answer };
  const procedure = routerOf({ madeUp }, { madeUp: answers })["madeUp"]?.["doubling"];
  if (procedure === undefined) throw new Error("the made-up endpoint is not in the router");
  const context = { app: {}, signedIn: { actor: {} }, address: "" } as unknown as Context; // its use looks at none of it
  return call(procedure, { number: 2 }, { context });
}

async function refuses(answer: Answer<Value> | Unfit, code: string, status: number): Promise<void> {
  await rejects(asked(answer), (error) => error instanceof ORPCError && error.code === code && error.status === status);
}
