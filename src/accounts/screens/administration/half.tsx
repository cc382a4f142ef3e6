// One half of a one-time word or a token, shown this once to the administrator who hands it over.
import { Modal } from "antd";
import { m } from "#web/paraglide/messages.js";
import "../accounts/one-time-password.css";

/** `first` for who asked, otherwise for who confirmed. */
export function Half({ half, first, onClose }: { half: string; first: boolean; onClose: () => void }) {
  return (
    <Modal
      open
      title={m.half_title()}
      okText={m.one_time_password_noted()}
      onOk={onClose}
      cancelButtonProps={{ hidden: true }}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
    >
      <p>{first ? m.half_first() : m.half_second()}</p>
      <p className="one-time-password">
        <code>{half}</code>
      </p>
    </Modal>
  );
}
