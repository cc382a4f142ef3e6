// What may become of an organization, in words.
import { m } from "#web/paraglide/messages.js";

export const changeNames = {
  renamed: m.organization_renamed,
  moved: m.organization_moved,
  merged: m.organization_merged,
  split: m.organization_split,
  abolished: m.organization_abolished,
} as const;
