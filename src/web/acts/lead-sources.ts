// Where a lead may come from, each with its name.
import type { LeadSource } from "#casework/events.ts";
import { m } from "../paraglide/messages.js";

export const leadSources = {
  petition: m.source_petition,
  complaint: m.source_complaint,
  "inspection-feedback": m.source_inspection_feedback,
  supervision: m.source_supervision,
  media: m.source_media,
  audit: m.source_audit,
  "superior-order": m.source_superior_order,
  "own-finding": m.source_own_finding,
} as const satisfies Record<LeadSource, () => string>;
