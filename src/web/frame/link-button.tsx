// A link that looks like a button: it has an address, so it is a link.
import type { ReactNode } from "react";
import { Link } from "react-router";
import "./link-button.css";

export function LinkButton({ to, primary = false, children }: { to: string; primary?: boolean; children: ReactNode }) {
  return (
    <Link to={to} className={primary ? "link-button link-button-primary" : "link-button"}>
      {children}
    </Link>
  );
}
