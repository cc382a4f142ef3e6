// A one-time password, shown this once: it is stored only as its hash.
import { Modal } from "antd";
import { m } from "#web/paraglide/messages.js";
import "./one-time-password.css";

export function OneTimePassword({
  account,
  password,
  onClose,
}: {
  account: string;
  password: string;
  onClose: () => void;
}) {
  return (
    <Modal
      open
      title={m.one_time_password()}
      okText={m.one_time_password_noted()}
      onOk={onClose}
      cancelButtonProps={{ hidden: true }}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
    >
      <p>{m.one_time_password_text({ account })}</p>
      <p className="one-time-password">
        <code>{password}</code>
      </p>
    </Modal>
  );
}
