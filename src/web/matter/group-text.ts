// Who is in an inquiry group, and which of them leads it.
import { listed } from "../language.ts";
import { m } from "../paraglide/messages.js";
import type { MatterView } from "#matters/contract/matters.ts";

export function groupText({ inquirers, leader }: { inquirers: string[]; leader: string }, view: MatterView): string {
  const nameOf = (id: string) => view.accounts[id] ?? id;
  return listed(inquirers.map((id) => (id === leader ? m.inquiry_leader_of({ name: nameOf(id) }) : nameOf(id))));
}
