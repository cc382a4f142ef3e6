// Names by which other parts ask for a clause or a reading: each must be the name of what its words say.
import type { Pack, Problem, Rule, Setting } from "../pack/pack.ts";
import { type Fault, eachRule, unless } from "./faults.ts";
import { has } from "./wording/named.ts";
import { groundNotNamedAsRule, mendGround, stepUnknown, mendStep, readingForeign } from "./words.ts";

export function checkSteps(pack: Pack): Problem[] {
  return eachRule(pack, (rule) => {
    if (rule.kind === "duty") return step(pack, rule);
    if (rule.kind === "exemption") {
      return unless(rule.ground === rule.id, "ground", groundNotNamedAsRule(rule.ground, rule.id), mendGround(rule.id));
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
    stepUnknown(rule.act),
    mendStep(rule.id),
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
    readingForeign(name, cite, readings),
  );
}
