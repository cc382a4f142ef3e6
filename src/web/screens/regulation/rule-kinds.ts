// What a rule of each kind does in the software, in a word.
import { m } from "../../paraglide/messages.js";

export const ruleKinds: Readonly<Record<string, () => string>> = {
  declaratory: m.rule_declaratory,
  scope: m.rule_scope,
  competence: m.rule_competence,
  group: m.rule_group,
  limb: m.rule_limb,
  tier: m.rule_tier,
  "measure-list": m.rule_measure_list,
  "organization-measures": m.rule_organization_measures,
  circulation: m.rule_circulation,
  referral: m.rule_referral,
  duty: m.rule_duty,
  exemption: m.rule_exemption,
  "body-reform": m.rule_body_reform,
  restriction: m.rule_restriction,
  concurrence: m.rule_concurrence,
  consent: m.rule_consent,
  pending: m.rule_pending,
  interpretation: m.rule_interpretation,
  validity: m.rule_validity,
  "sanction-eligibility": m.rule_sanction_eligibility,
  silent: m.rule_silent,
};
