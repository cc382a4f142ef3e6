// The names of the ways to appeal against a decision.
import type { Sentence } from "#law/text/citation.ts";
import type { AppealWay } from "../events.ts";

export const appealWayNames = {
  "accountability-appeal": { zh: "对问责决定的书面申诉", en: "Written appeal against the accountability decision" },
  review: { zh: "公务员申请复核", en: "Civil servant request for review" },
  "direct-appeal": { zh: "公务员申诉（不经复核）", en: "Civil servant appeal (without review)" },
  "appeal-after-review": { zh: "公务员复核后申诉", en: "Civil servant appeal after review" },
} as const satisfies Record<AppealWay, Sentence>;
