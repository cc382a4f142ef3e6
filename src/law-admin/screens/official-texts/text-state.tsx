// Where an official text stands: it waits, holds, was sent back, or another has taken its place.
import { Tag } from "antd";
import type { OfficialTextView } from "../../contract/official-texts.ts";
import { m } from "#web/paraglide/messages.js";

type Listed = Pick<OfficialTextView, "id" | "pack" | "check">;
export type TextStanding = "waits" | "holds" | "returned" | "earlier";

/** Of one norm the text that was agreed to last holds. */
export function stateOfText(one: Listed, all: readonly Listed[]): TextStanding {
  if (one.check === null) return "waits";
  if (!one.check.agreed) return "returned";
  const { checkedAt } = one.check;
  const later = all.some(
    ({ id, pack, check }) =>
      id !== one.id && pack === one.pack && check?.agreed === true && check.checkedAt > checkedAt,
  );
  return later ? "earlier" : "holds";
}

const shown = {
  waits: { color: "warning", name: m.official_text_waits },
  holds: { color: "success", name: m.official_text_holds },
  returned: { color: "default", name: m.official_text_returned },
  earlier: { color: "default", name: m.official_text_earlier },
} as const satisfies Record<TextStanding, { color: string; name: () => string }>;

export function TextState({ state }: { state: TextStanding }) {
  return <Tag color={shown[state].color}>{shown[state].name()}</Tag>;
}
