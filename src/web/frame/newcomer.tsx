// Somebody else has signed in in another tab: this page submits nothing, keeps what was typed, and says who is there.
import { Alert, Button } from "antd";
import { useEffect, useState } from "react";
import { onNewcomer } from "../client.ts";
import { m } from "../paraglide/messages.js";
import { useMe } from "../session.ts";

export function Newcomer() {
  const me = useMe();
  const [name, setName] = useState<string | null>(null);
  useEffect(() => onNewcomer(setName), []);
  if (name === null) return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={m.signed_in_as_another({ name, before: me.name })}
      action={
        // A full load, so that nothing of the former person's stays in the memory of the page.
        <Button size="small" onClick={() => window.location.assign("/")}>
          {m.signed_in_as_another_go({ name })}
        </Button>
      }
    />
  );
}
