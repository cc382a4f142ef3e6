// The head of a screen: where one is, the title, and what belongs beside it.
import { useEffect } from "react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { m } from "../paraglide/messages.js";
import "./page-header.css";

export type Crumb = { name: string; to: string };

export function PageHeader({
  title,
  above = [],
  beside,
  children,
}: {
  title: string;
  above?: readonly Crumb[];
  beside?: ReactNode;
  children?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · ${m.app_name()}`;
  }, [title]);
  return (
    <div className="page-header">
      <nav aria-label={m.breadcrumb_label()}>
        <ol>
          {above.map(({ name, to }) => (
            <li key={to}>
              <Link to={to}>{name}</Link>
            </li>
          ))}
          <li aria-current="page">{title}</li>
        </ol>
      </nav>
      <div className="page-title">
        <h1>{title}</h1>
        <div className="page-beside">{beside}</div>
      </div>
      {children}
    </div>
  );
}
