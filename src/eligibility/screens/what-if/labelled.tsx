// A field with its label, where there is no form to be sent.
import { useId } from "react";
import type { ReactNode } from "react";
import "#web/fields/labelled.css";

export function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
