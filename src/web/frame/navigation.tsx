// The left menu: the screens that the reader's roles may use, in groups.
import { NavLink } from "react-router";
import { m } from "../paraglide/messages.js";
import { screens } from "../routes.tsx";
import type { MenuGroup } from "../routes.tsx";
import { mayUse, useMe } from "../session.ts";
import "./navigation.css";

const groups: readonly { id: MenuGroup; name: () => string }[] = [
  { id: "work", name: m.menu_work },
  { id: "registry", name: m.menu_registry },
  { id: "regulation", name: m.menu_regulation_group },
  { id: "administration", name: m.menu_administration },
];

export function Navigation() {
  const me = useMe();
  const usable = screens.filter((screen) => screen.menu !== null && mayUse(me, screen.access));
  return (
    <nav aria-label={m.menu_label()} className="navigation">
      {groups.map(({ id, name }) => {
        const items = usable.filter((screen) => screen.menu?.group === id);
        if (items.length === 0) return null;
        return (
          <section key={id}>
            <h2>{name()}</h2>
            <ul>
              {items.map((screen) => (
                <li key={screen.path}>
                  <NavLink to={screen.path}>{screen.menu?.name()}</NavLink>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}
