// Dispose of a lead in one of the four ways (谈话函询、初步核实、暂存待查、予以了结).
import { z } from "zod";
import { happened, isoDay, leadAct, refusal, refuseBefore, refuseFuture, refused, longText } from "../../act.ts";
import { latestStepOf } from "../../lead.ts";
import { leadWay } from "../../events.ts";
import { names, resultMissing, dueDayMissing, dueBeforeStart } from "./act-words.ts";

export const disposeLead = leadAct({
  id: "dispose-lead",
  names,
  basis: "leads",
  input: z.strictObject({
    way: leadWay,
    reasons: longText,
    on: isoDay,
    dueOn: isoDay.nullable(),
  }),
  decide: (lead, input, context) => {
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "leads"),
      ...refuseBefore(context, { on: input.on }, latestStepOf(lead), "leads"),
    ];
    if (["talk-inquiry", "preliminary-verification"].includes(lead.stage) && lead.result === null)
      refusals.push(refusal(context, "result-missing", resultMissing, "leads"));
    const open = input.way === "talk-inquiry" || input.way === "preliminary-verification";
    if (open && input.dueOn === null)
      refusals.push(refusal(context, "due-day-missing", dueDayMissing, "leads", "dueOn"));
    if (input.dueOn !== null && input.dueOn < input.on)
      refusals.push(refusal(context, "due-before-start", dueBeforeStart, "leads", "dueOn"));
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "lead-disposed", ...input });
  },
});
