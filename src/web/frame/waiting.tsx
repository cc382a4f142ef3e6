// What stands in place of something that is still being fetched.
import { Spin } from "antd";
import { m } from "../paraglide/messages.js";
import "./waiting.css";

export function Waiting() {
  return (
    <output className="waiting">
      <Spin aria-hidden />
      <span>{m.waiting()}</span>
    </output>
  );
}
