// Names by which other parts ask for a clause or a reading: each must be the name of what its words say.
import type { Pack, Problem, Rule, Setting } from "../pack.ts";
import { type Fault, eachRule, has, unless } from "./faults.ts";

export function checkSteps(pack: Pack): Problem[] {
  return eachRule(pack, (rule) => {
    if (rule.kind === "duty") return step(pack, rule);
    if (rule.kind === "exemption") {
      return unless(
        rule.ground === rule.id,
        `事由 ${rule.ground} 与规则 ${rule.id} 不同名`,
        `the ground ${rule.ground} does not have the name of its rule`,
      );
    }
    if (rule.kind === "concurrence") return decides(pack, rule.cite, rule.setting, ["longest", "discipline-only"]);
    if (rule.kind !== "consent") return [];
    return [
      ...decides(pack, rule.cite, rule.settings.who, ["all-handling", "resignation-removal-demotion"]),
      ...decides(pack, rule.cite, rule.settings.timing, ["before-decision", "after-expiry"]),
    ];
  });
}

/** A step has the name of its rule, or one that the vocabulary knows by words of the sentence. */
function step(pack: Pack, rule: Extract<Rule, { kind: "duty" }>): Fault[] {
  const known = pack.vocabulary.acts.find((act) => act.id === rule.act);
  return unless(
    rule.act === rule.id || (known !== undefined && has(rule.quote, known.words)),
    `步骤 ${rule.act} 与规则不同名，词表内也没有它的字样`,
    `the step ${rule.act} has neither the name of its rule nor words that the vocabulary knows`,
  );
}

/** The setting stands at the same clause, and its readings are those between which the law decides here. */
function decides(pack: Pack, cite: string, name: string, readings: readonly string[]): Fault[] {
  const setting: Setting | undefined = pack.settings.find((one) => one.name === name);
  return unless(
    setting !== undefined &&
      setting.cite === cite &&
      Object.keys(setting.options).every((option) => readings.includes(option)),
    `读法 ${name} 不是 ${cite} 的，或者不限于 ${readings.join("、")}`,
    `the reading ${name} is not one of ${cite}, or has others than ${readings.join(", ")}`,
  );
}
