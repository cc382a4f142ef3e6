// The names of the ways to appeal against a decision.
import type { Sentence } from "#law/text/citation.ts";
import type { AppealWay } from "../events.ts";

export const appealWayNames = {
  "accountability-appeal": { zh: "对问责决定的书面申诉", en: "Written appeal against the accountability decision" },
  review: { zh: "公务员申请复核", en: "Review asked for by a civil servant" },
  "direct-appeal": { zh: "公务员申诉（不经复核）", en: "Appeal of a civil servant without a review" },
  "appeal-after-review": { zh: "公务员复核后申诉", en: "Appeal of a civil servant after the review" },
} as const satisfies Record<AppealWay, Sentence>;
