// The scopes within which an outcome is circulated, each with its name.
import { m } from "../paraglide/messages.js";

export const circulationScopes = {
  unit: m.scope_unit,
  system: m.scope_system,
  zone: m.scope_zone,
  public: m.scope_public,
} as const;
