// Dispose of a lead in one of the four ways (谈话函询、初步核实、暂存待查、予以了结).
import { z } from "zod";
import { happened, isoDay, leadAct, refusal, refuseBefore, refuseFuture, refused, words } from "../../act.ts";
import { latestStepOf } from "../../lead.ts";

export const disposeLead = leadAct({
  id: "dispose-lead",
  names: { zh: "处置线索", en: "Dispose of the lead" },
  basis: "leads",
  input: z.strictObject({
    way: z.enum(["talk-inquiry", "preliminary-verification", "shelving", "settlement"]),
    reasons: words,
    on: isoDay,
    dueOn: isoDay.nullable(),
  }),
  decide: (lead, input, context) => {
    const refusals = [
      ...refuseFuture(context, { on: input.on }, "leads"),
      ...refuseBefore(context, { on: input.on }, latestStepOf(lead), "leads"),
    ];
    if (["talk-inquiry", "preliminary-verification"].includes(lead.stage) && lead.result === null)
      refusals.push(
        refusal(
          context,
          "result-missing",
          {
            zh: "上一处置方式尚未登记办理结果，请先“登记处置结果”",
            en: "What came of the way under way is not on record yet; record its result first",
          },
          "leads",
        ),
      );
    const open = input.way === "talk-inquiry" || input.way === "preliminary-verification";
    if (open && input.dueOn === null)
      refusals.push(
        refusal(
          context,
          "due-day-missing",
          { zh: "请填写办理期限：由谁办、何时办完须写明", en: "Give the day until which it is to be done" },
          "leads",
          "dueOn",
        ),
      );
    if (input.dueOn !== null && input.dueOn < input.on)
      refusals.push(
        refusal(
          context,
          "due-before-start",
          { zh: "办理期限早于处置日期", en: "The due day is before the disposal" },
          "leads",
          "dueOn",
        ),
      );
    if (refusals.length > 0) return refused(...refusals);
    return happened({ type: "lead-disposed", ...input });
  },
});
