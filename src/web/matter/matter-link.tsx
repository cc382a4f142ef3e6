// The address of a lead or a case, and a link to it by its number.
import { Link } from "react-router";
import "./matter-link.css";

export function pathOfMatter(kind: "lead" | "case", matterId: string): string {
  return `/${kind}s/${encodeURIComponent(matterId)}`;
}

export function MatterLink({ kind, matterId, number }: { kind: "lead" | "case"; matterId: string; number: string }) {
  return (
    <Link className="matter-number" to={pathOfMatter(kind, matterId)}>
      {number}
    </Link>
  );
}
