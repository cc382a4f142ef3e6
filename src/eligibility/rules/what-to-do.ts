// What a person can do about each reason for which an answer has to be confirmed first.
import type { Sentence } from "#law/text/citation.ts";
import type { AnswerKind, ReasonCode } from "#law/reckon/eligibility.ts";

/** Null where nothing has to be confirmed: a bar, a consent that is due, an open matter, of which nothing more is said. */
const ways = {
  restriction: null,
  "consent-missing": null,
  "open-matter": null,
  "grey-day": {
    zh: "办理：由答复机关认定期满对应日是否仍受限制，或者改问次日及以后",
    en: "To do: the replying body finds whether the anniversary is barred still, or ask about a later day",
  },
  "level-missing": {
    zh: "办理：在干部名册补登任职的职务层次，或者写明拟任层次后重新核查",
    en: "To do: register the level of the post in the registry, or say the level asked about, and ask again",
  },
  "attribute-missing": {
    zh: "办理：在干部名册补登本人情况后重新核查",
    en: "To do: register what is missing of the person, and ask again",
  },
  "norm-undecided": {
    zh: "办理：由解释机关在“待认定的上位规定”中认定是否适用",
    en: "To do: the interpreting bodies decide on the norm (Norms to decide)",
  },
  "history-incomplete": {
    zh: "办理：在“历史记录”中由两人登记、确认完整起始日；调入人员登记、确认已查阅原单位档案",
    en: "To do: two people declare the history complete (History), or record that the earlier file was seen",
  },
  "decided-ahead": {
    zh: "办理：由答复机关认定；已决定的处理、处分生效后应重新核查",
    en: "To do: the replying body finds it; ask again once what is decided has taken effect",
  },
  "restoration-missing": {
    zh: "办理：补登恢复党员权利的日期及文号后重新核查",
    en: "To do: record the restoration with its day and paper, and ask again",
  },
  "period-not-set": {
    zh: "办理：补登合并确定的处分期后重新核查",
    en: "To do: record the period that was set for all of them, and ask again",
  },
  "count-unknown": {
    zh: "办理：由答复机关核对次数后认定",
    en: "To do: the replying body counts and finds it",
  },
} as const satisfies Record<ReasonCode, Sentence | null>;

/** A reason of an answer as whoever asks is shown it; `toDo` only of what has to be confirmed first. */
export type ShownReason = { code: ReasonCode; sentence: Sentence; toDo: Sentence | null };

/** Every reason of an answer, what two layers say in the same words once; of an answer that waits for an open matter none. */
export function shownReasons(
  answer: AnswerKind,
  reasons: readonly { code: ReasonCode; sentence: Sentence }[],
): ShownReason[] {
  if (answer === "pending") return [];
  const said = new Map<string, ShownReason>();
  for (const { code, sentence } of reasons) {
    const toDo = answer === "needs-confirmation" ? ways[code] : null;
    const key = `${code} ${sentence.zh}`;
    if (!said.has(key)) said.set(key, { code, sentence, toDo });
  }
  return [...said.values()];
}

/** What can be done about them, each once, in the order of the reasons. */
export function whatToDo(reasons: readonly Pick<ShownReason, "toDo">[]): Sentence[] {
  const ofEach = new Map(reasons.flatMap(({ toDo }) => (toDo === null ? [] : [[toDo.zh, toDo]])));
  return [...ofEach.values()];
}

/** What whoever asks can do about a name that stands for nobody, or for several. */
export const nameUnclear: Sentence = {
  zh: "办理：核对姓名，补充单位或者身份证号后重新征求意见",
  en: "To do: check the name, give the unit or the ID number, and ask again",
};
