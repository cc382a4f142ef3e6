// Shown when a screen throws: what happened, and that nothing was sent.
import { Button, Result } from "antd";
import { m } from "../paraglide/messages.js";

export function Broken() {
  return (
    <Result
      status="error"
      title={<h1 className="plain-heading">{m.broken_title()}</h1>}
      subTitle={m.broken_text()}
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          {m.reload_page()}
        </Button>
      }
    />
  );
}
