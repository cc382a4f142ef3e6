// A one-time password, shown this once.
import { m } from "#web/paraglide/messages.js";
import { ShownOnce } from "./shown-once.tsx";

type Props = { account: string; password: string; onClose: () => void };

export function OneTimePassword({ account, password, onClose }: Props) {
  const text = m.one_time_password_text({ account });
  return <ShownOnce title={m.one_time_password()} text={text} secret={password} onClose={onClose} />;
}
