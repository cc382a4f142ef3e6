// The address without a path leads to the first screen of the menu that the reader's roles may use.
import { Navigate } from "react-router";
import { screens } from "../routes.tsx";
import { mayUse, useMe } from "../session.ts";

/** The desk, for whoever has one; who keeps the accounts or the log begins there; everyone else at the first item of the menu. */
export function First() {
  const me = useMe();
  const usable = screens.filter((screen) => screen.menu !== null && mayUse(me, screen.access));
  const first =
    usable.find((screen) => screen.path === "/desk") ??
    usable.find((screen) => screen.menu?.group === "administration" && screen.access !== "signed-in") ??
    usable[0];
  return <Navigate to={first?.path ?? "/password"} replace />;
}
