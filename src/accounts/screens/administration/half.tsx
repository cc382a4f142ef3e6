// One half of a one-time word or a token, shown this once to the administrator who hands it over.
import { m } from "#web/paraglide/messages.js";
import { ShownOnce } from "../accounts/shown-once.tsx";

/** `first` for who asked, otherwise for who confirmed. */
export function Half({ half, first, onClose }: { half: string; first: boolean; onClose: () => void }) {
  const text = first ? m.half_first() : m.half_second();
  return <ShownOnce title={m.half_title()} text={text} secret={half} onClose={onClose} />;
}
