// The ways of serving a decision, each with its name.
import { m } from "../paraglide/messages.js";

export const serviceWays = {
  "in-person": m.service_in_person,
  "left-at-residence": m.service_left_at_residence,
  "by-post": m.service_by_post,
  announced: m.service_announced,
} as const;
