// What an act, or one of the pure tables of acts, does not compile without. Compiled with the pure files; there is nothing to run.
import { z } from "zod";
import type { FullContext } from "#casework/act.ts";
import { caseAct, caseBeginningAct, happened, id, leadAct, refusal, refused } from "#casework/act.ts";
import { actIds, acts } from "#casework/acts.ts";
import type { ActId } from "#casework/acts.ts";
import { decide } from "#casework/decide.ts";
import { duties } from "#casework/duties.ts";
import type { Duty } from "#casework/duties.ts";
import type { InputOf } from "#casework/input.ts";

const said = {
  id: "close",
  names: { zh: "办结", en: "Close" },
  basis: "formalities",
  input: z.strictObject({ personId: id }),
} as const;
const { id: _id, ...withoutId } = said;
const { names: _names, ...withoutNames } = said;
const { basis: _basis, ...withoutBasis } = said;
const { input: _input, ...withoutInput } = said;
const nothing = () => refused();

export const whole = [
  caseAct({
    ...said,
    lookUps: ({ personId }) => ({ persons: [personId] }),
    decide: (state, { personId }, { registry, today }) =>
      happened({
        type: "witness-named",
        personId,
        name: registry.persons[personId]?.name ?? "",
        on: today,
        about: state.title,
      }),
  }),
  leadAct({ ...said, decide: nothing }),
  caseBeginningAct({ ...said, decide: nothing }),
];

export const leftOut = [
  // @ts-expect-error no id
  caseAct({ ...withoutId, decide: nothing }),
  // @ts-expect-error no names
  caseAct({ ...withoutNames, decide: nothing }),
  // @ts-expect-error a name in one language only
  caseAct({ ...said, names: { zh: "办结" }, decide: nothing }),
  // @ts-expect-error no basis
  caseAct({ ...withoutBasis, decide: nothing }),
  // @ts-expect-error no input
  caseAct({ ...withoutInput, decide: nothing }),
  // @ts-expect-error no decide
  caseAct(said),
  caseAct({
    ...said,
    // @ts-expect-error it decides by a person and looks nobody up
    decide: (_state, { personId }, { registry }) => (personId in registry.persons ? refused() : refused()),
  }),
  caseAct({
    ...said,
    // @ts-expect-error the registry has no such part
    lookUps: ({ personId }) => ({ relatives: [personId] }),
    decide: nothing,
  }),
  caseAct({
    ...said,
    // @ts-expect-error its input has no such field
    lookUps: ({ accountId }) => ({ accounts: [accountId] }),
    decide: nothing,
  }),
  // @ts-expect-error an act that begins a case is given none
  caseBeginningAct({ ...said, decide: (_input, _context, _case) => refused() }),
];

export const unsaid = (known: FullContext) => [
  // @ts-expect-error a refusal that says nothing
  refusal(known, "no-such-account", null, null),
  // @ts-expect-error a refusal in one language only
  refusal(known, "no-such-account", { zh: "没有所选的账号" }, null),
  // @ts-expect-error a refusal for a reason that is not in the list
  refusal(known, "no-such-reason", { zh: "没有所选的账号", en: "There is no such account" }, null),
];

type List = { readonly [Id in ActId]: { id: Id } };
const { close: _close, ...others } = acts;
// @ts-expect-error an act whose id is said and that is not in the list
export const list: List = others;
// @ts-expect-error an act in the place of another
export const exchanged: List = { ...acts, close: acts.serve };

const { close: _duty, ...otherDuties } = duties;
// @ts-expect-error an act that is nobody's duty
export const allDuties: Record<ActId, Duty> = otherDuties;

const raw = { on: "2026-07-31", summary: "办结" };
declare const context: FullContext;
// @ts-expect-error input that was not parsed
export const input: InputOf<"close"> = raw;
// @ts-expect-error neither does `decide` take it
export const decided = () => decide(null, "close", raw, context);
// @ts-expect-error no such act
export const unknown: ActId = actIds.length > 0 ? "no-such-act" : "close";
