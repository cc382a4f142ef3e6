// Who is signed in and in which role, language, password, and the way out.
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { Link } from "react-router";
import { roleNames } from "#casework/words/role-names.ts";
import { client, queries } from "../client.ts";
import { listed, textOf } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { useMe } from "../session.ts";
import { Bell } from "./bell.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { busy } from "./busy.tsx";
import "./account-bar.css";

export function AccountBar() {
  const me = useMe();
  const leaving = useMutation({
    mutationFn: () => client.session.signOut(),
    // A full load, so that nothing of this person's stays in the memory of the page.
    onSettled: () => {
      queries.clear();
      window.location.assign("/sign-in");
    },
  });
  return (
    <header className="account-bar">
      <span className="account-name">
        <span className="visually-hidden">{m.signed_in_as()}</span>
        <strong>{me.name}</strong>
        <span>{listed(me.roles.map((role) => textOf(roleNames[role])))}</span>
        {me.organizationName === null ? null : <span>{me.organizationName}</span>}
      </span>
      <Bell />
      <LanguageSwitch />
      {me.codesDueOn === null ? null : <Link to="/codes">{m.codes_due({ day: me.codesDueOn })}</Link>}
      <Link to="/sessions">{m.sessions_title()}</Link>
      <Link to="/codes">{m.codes_title()}</Link>
      <Link to="/password">{m.change_password()}</Link>
      <Button size="small" loading={busy(leaving.isPending)} onClick={() => leaving.mutate()}>
        {m.sign_out()}
      </Button>
    </header>
  );
}
