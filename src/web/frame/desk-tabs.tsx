// The three sides of the desk (待办 / 已办 / 督办), each with an address of its own.
import { NavLink } from "react-router";
import { m } from "../paraglide/messages.js";
import "./desk-tabs.css";

export function DeskTabs() {
  return (
    <nav className="tabs" aria-label={m.desk_tabs()}>
      <NavLink to="/desk">{m.tab_tasks()}</NavLink>
      <NavLink to="/done">{m.tab_done()}</NavLink>
      <NavLink to="/supervision">{m.tab_supervision()}</NavLink>
    </nav>
  );
}
