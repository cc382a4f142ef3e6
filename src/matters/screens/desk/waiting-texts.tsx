// On the desks of the interpreting bodies: official texts of upper norms that wait to be checked, and those that contradict our rules.
import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { Link } from "react-router";
import { contract } from "#server/contract/contract.ts";
import { passageProblems } from "#law-admin/rules/official-text.ts";
import { api } from "#web/client.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { accessOf } from "#web/routes.tsx";
import { mayUse, useMe } from "#web/session.ts";

export function WaitingTexts() {
  const law = useLaw();
  const enabled = mayUse(useMe(), accessOf(contract.officialTexts.check));
  const { data } = useQuery(api.officialTexts.list.queryOptions({ enabled }));
  const waiting = (data?.rows ?? []).filter(({ check }) => check === null);
  const contrary = enabled ? passageProblems(law).length : 0;
  const look = <Link to="/official-texts">{m.official_texts_desk_look()}</Link>;
  return (
    <>
      {contrary === 0 ? null : (
        <Alert type="error" showIcon title={m.official_texts_desk_contrary({ count: contrary })} action={look} />
      )}
      {waiting.length === 0 ? null : (
        <Alert type="info" showIcon title={m.official_texts_desk_waiting({ count: waiting.length })} action={look} />
      )}
    </>
  );
}
