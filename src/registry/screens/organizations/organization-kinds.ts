// The kinds of organization, each with its name.
import { m } from "#web/paraglide/messages.js";

export const organizationKinds = {
  party: m.kind_party,
  government: m.kind_government,
  enterprise: m.kind_enterprise,
  other: m.kind_other,
} as const;
