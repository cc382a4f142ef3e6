// Somebody was quicker: what they did meanwhile, and a way to go on without losing what was typed.
import { Alert, Button } from "antd";
import { actNames } from "#casework/acts.ts";
import { api, queries } from "../client.ts";
import { textOf } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { minuteOf } from "./instant.ts";

export type ConflictData = { version: number; since: { seq: number; act: string; actorName: string; at: string }[] };

export function Conflict({ conflict, onReloaded }: { conflict: ConflictData; onReloaded: () => void }) {
  const reload = async () => {
    await queries.invalidateQueries({ queryKey: api.matters.key() });
    onReloaded();
  };
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={m.conflict_title()}
      description={
        <>
          <ul>
            {conflict.since.map((one) => (
              <li key={one.seq}>
                {m.conflict_line({ at: minuteOf(one.at), name: one.actorName, act: actName(one.act) })}
              </li>
            ))}
          </ul>
          <Button onClick={() => void reload()}>{m.conflict_reload()}</Button>
        </>
      }
    />
  );
}

function actName(act: string): string {
  const names: Readonly<Record<string, { zh: string; en: string }>> = actNames;
  const name = names[act];
  return name === undefined ? act : textOf(name);
}
