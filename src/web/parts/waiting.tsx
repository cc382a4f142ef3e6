// What stands in place of something that is still being fetched.
import { Spin } from "antd";
import { m } from "../paraglide/messages.js";

export function Waiting() {
  return (
    <div className="waiting" role="status">
      <Spin aria-hidden />
      <span>{m.waiting()}</span>
    </div>
  );
}
