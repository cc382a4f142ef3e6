// Two interpretations of the demonstration district: one holds, one awaits the countersignature, so that its effect can be looked at.
import type { App } from "#kernel/app.ts";
import { countersignInterpretation, enterInterpretation } from "#law-admin/uses/interpretations.ts";
import type { InterpretationInput } from "#law-admin/rules/interpretation.ts";
import { done } from "./moment.ts";
import { dice, uuid } from "./seeded.ts";
import { actorOf } from "./telling.ts";

const several: InterpretationInput = {
  body: "discipline-committee",
  number: "云高纪解〔2026〕1号",
  on: "2026-11-10",
  validFrom: "2026-11-10",
  anchor: "12",
  question: "第十二条所称“多人”是指几人以上",
  text: "领导班子成员中被问责或者处理的在三人以上的，为“多人”。",
  effect: { type: "reading", setting: "manyMembers", option: "three", recompute: false },
  replaces: null,
};

const lastDay: InterpretationInput = {
  body: "discipline-committee",
  number: "云高纪解〔2026〕2号",
  on: "2026-11-20",
  validFrom: "2026-12-01",
  anchor: "13.1",
  question: "第十三条第一款所列期限的最后一日是哪一日",
  text: "期限届满之年的对应日为期限的最后一日，当日仍受限制。",
  effect: { type: "reading", setting: "periodEnd", option: "anniversary", recompute: true },
  replaces: null,
};

/** `at` gives the application with its clock at an instant. */
export async function addInterpretations(at: (instant: string) => App): Promise<void> {
  const key = (what: string): string => uuid(dice(`解释 ${what}`));
  const entered = done(
    await enterInterpretation(at("2026-11-23T08:10:00Z"), actorOf("jijian"), { ...several, key: key("一") }),
  );
  done(
    await countersignInterpretation(at("2026-11-23T08:40:00Z"), actorOf("zuzhi"), {
      ...entered,
      key: key("会签"),
      body: "personnel-department",
      agreed: true,
      reasons: "",
    }),
  );
  done(await enterInterpretation(at("2026-11-23T09:00:00Z"), actorOf("shenli"), { ...lastDay, key: key("二") }));
}
