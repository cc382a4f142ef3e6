// What surrounds every screen: menu by role, who is signed in, language, and a watermark with user and time.
import { Alert, Watermark } from "antd";
import { Suspense } from "react";
import { Outlet } from "react-router";
import { officeRoles } from "#kernel/contract/meta.ts";
import { mayUse, useMe } from "../session.ts";
import { m } from "../paraglide/messages.js";
import { AccountBar } from "./account-bar.tsx";
import { minuteOf } from "./instant.ts";
import { Newcomer } from "./newcomer.tsx";
import { Navigation } from "./navigation.tsx";
import { Waiting } from "./waiting.tsx";
import "./shell.css";

export function Shell() {
  const me = useMe();
  return (
    <Watermark
      content={[`${me.name} ${me.account}`, minuteOf(null)]}
      font={{ color: "rgba(0, 0, 0, 0.05)", fontSize: 14 }}
      // Given, because Chromium 86 cannot measure the height of a line and would draw nothing.
      width={220}
      height={44}
      gap={[120, 110]}
      zIndex={5}
      style={{ overflow: "visible" }}
    >
      <a className="skip-link" href="#content">
        {m.skip_to_content()}
      </a>
      <div className="shell">
        <aside className="shell-side" aria-label={m.app_name()}>
          <p className="shell-name">
            <strong>{m.app_name()}</strong>
            <span>{me.jurisdictionName}</span>
          </p>
          <Navigation />
        </aside>
        <div className="shell-main">
          <AccountBar />
          <Newcomer />
          <main id="content" tabIndex={-1}>
            {me.personId === null && mayUse(me, officeRoles) ? (
              <Alert type="warning" showIcon title={m.nameless_notice()} />
            ) : null}
            <Suspense fallback={<Waiting />}>
              <Outlet />
            </Suspense>
          </main>
        </div>
      </div>
    </Watermark>
  );
}
