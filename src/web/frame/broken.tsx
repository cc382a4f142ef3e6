// Shown when a screen cannot be: what the server refuses to show is said in its words, anything else as a failure of the page.
import { ORPCError } from "@orpc/client";
import { Button, Result } from "antd";
import { Link, useRouteError } from "react-router";
import { m } from "../paraglide/messages.js";
import { reasonOf } from "./failure.tsx";

export function Broken() {
  const error = useRouteError();
  if (error instanceof ORPCError) {
    return (
      <Result
        status="warning"
        title={<h1 className="plain-heading">{reasonOf(error)}</h1>}
        extra={<Link to="/">{m.missing_back()}</Link>}
      />
    );
  }
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
