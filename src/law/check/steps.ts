// Names by which other parts ask for a clause or a reading: each must be the name of what its words say.
import type { Pack, Problem, Rule, Setting } from "../pack/pack.ts";
import { type Fault, eachRule, unless } from "./faults.ts";
import { has } from "./words/words.ts";

export function checkSteps(pack: Pack): Problem[] {
  return eachRule(pack, (rule) => {
    if (rule.kind === "duty") return step(pack, rule);
    if (rule.kind === "exemption") {
      return unless(
        rule.ground === rule.id,
        "ground",
        `事由 ${rule.ground} 与规则 ${rule.id} 不同名`,
        `the ground ${rule.ground} does not have the name of its rule`,
        { zh: `把 ground 改为 ${rule.id}`, en: `set ground to ${rule.id}` },
      );
    }
    if (rule.kind === "concurrence")
      return decides(pack, rule.cite, "setting", rule.setting, ["longest", "discipline-only"]);
    if (rule.kind !== "consent") return [];
    return [
      ...decides(pack, rule.cite, "settings.who", rule.settings.who, ["all-handling", "resignation-removal-demotion"]),
      ...decides(pack, rule.cite, "settings.timing", rule.settings.timing, ["before-decision", "after-expiry"]),
    ];
  });
}

/** A step has the name of its rule, or one that the vocabulary knows by words of the sentence. */
function step(pack: Pack, rule: Extract<Rule, { kind: "duty" }>): Fault[] {
  const known = pack.vocabulary.acts.find((act) => act.id === rule.act);
  return unless(
    rule.act === rule.id || (known !== undefined && has(rule.quote, known.words)),
    "act",
    `步骤 ${rule.act} 与规则不同名，词表内也没有它的字样`,
    `the step ${rule.act} has neither the name of its rule nor words that the vocabulary knows`,
    { zh: `把 act 改为 ${rule.id}`, en: `set act to ${rule.id}` },
  );
}

/** The setting stands at the same clause, and its readings are those between which the law decides here. */
function decides(pack: Pack, cite: string, field: string, name: string, readings: readonly string[]): Fault[] {
  const setting: Setting | undefined = pack.settings.find((one) => one.name === name);
  return unless(
    setting !== undefined &&
      setting.cite === cite &&
      Object.keys(setting.options).every((option) => readings.includes(option)),
    field,
    `读法 ${name} 不是 ${cite} 的，或者不限于 ${readings.join("、")}`,
    `the reading ${name} is not one of ${cite}, or has others than ${readings.join(", ")}`,
  );
}
