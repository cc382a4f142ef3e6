// A clause known only by hearsay works from the day on which an interpreting body confirms its wording.
import { parseDay } from "./days.ts";
import type { Day } from "./days.ts";
import type { Pack } from "./pack.ts";
import type { LawRefusalCode, Refusal } from "./refusal.ts";
import { ALWAYS } from "./table.ts";
import type { BodyId } from "./vocabulary.ts";

/** The recorded act by which a rule tagged M is confirmed: by which body, under which number, working from which day. */
export type Confirmation = { pack: string; rule: string; on: Day; by: BodyId; number: string };

/**
 * A confirmation in one word: PACK/RULE, or PACK/RULE@2026-01-01 for the day from which it works. It is put down to
 * the first interpreting body. Null for a word of another form.
 */
export function readConfirmation(regulation: Pack, word: string): Confirmation | null {
  const match = /^([a-z0-9-]+)\/([a-z0-9-]+)(?:@(\d{4}-\d{2}-\d{2}))?$/.exec(word);
  const [, pack, rule, date] = match ?? [];
  const on = date === undefined ? ALWAYS : parseDay(date);
  if (pack === undefined || rule === undefined || on === null) return null;
  const by = regulation.rules.flatMap((one) => (one.kind === "interpretation" ? one.by : []))[0] ?? "";
  return { pack, rule, on, by, number: word };
}

/** The day from which a rule works: ALWAYS for a verified one, its confirmation's for another, null without one. */
export function workingFrom(
  confirmations: readonly Confirmation[],
  pack: Pack,
  rule: { id: string; tag: "T" | "S" | "M" },
): Day | null {
  if (rule.tag !== "M") return ALWAYS;
  const days = confirmations.filter((one) => one.pack === pack.id && one.rule === rule.id).map((one) => one.on);
  return days.length === 0 ? null : Math.min(...days);
}

/** Why a confirmation cannot be used: no such rule, a rule that needs none, or a body that does not interpret. */
export function refusalOfConfirmation(packs: readonly Pack[], confirmation: Confirmation): Refusal | null {
  const rule = packs
    .find((pack) => pack.id === confirmation.pack)
    ?.rules.find((candidate) => candidate.id === confirmation.rule);
  const name = `${confirmation.pack}/${confirmation.rule}`;
  if (rule === undefined || !("tag" in rule)) {
    return refuse("unknown-rule", `没有名为 ${name} 的规则`, `no rule is named ${name}`, "rule");
  }
  if (rule.tag !== "M") {
    return refuse(
      "already-verified",
      `规则 ${name} 已经核对，无须确认`,
      `the rule ${name} is verified already`,
      "rule",
    );
  }
  const bodies = packs.flatMap((pack) => pack.rules).flatMap((one) => (one.kind === "interpretation" ? one.by : []));
  if (bodies.includes(confirmation.by)) return null;
  return refuse(
    "not-an-interpreting-body",
    `${confirmation.by} 不是解释机关；解释机关为 ${bodies.join("、")}`,
    `${confirmation.by} does not interpret; ${bodies.join(", ")} do`,
    "by",
  );
}

function refuse(code: LawRefusalCode, zh: string, en: string, field: string): Refusal {
  return { code, message: { zh, en }, source: null, field };
}
