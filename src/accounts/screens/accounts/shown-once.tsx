// A secret that is shown this once: it is stored only as its hash. It goes when somebody says that it is noted, and by nothing else.
import { Modal } from "antd";
import { m } from "#web/paraglide/messages.js";
import "./shown-once.css";

export function ShownOnce(shown: { title: string; text: string; secret: string; onClose: () => void }) {
  return (
    <Modal
      open
      title={shown.title}
      okText={m.one_time_password_noted()}
      onOk={shown.onClose}
      cancelButtonProps={{ hidden: true }}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
    >
      <p>{shown.text}</p>
      <p className="one-time-password">
        <code>{shown.secret}</code>
      </p>
    </Modal>
  );
}
