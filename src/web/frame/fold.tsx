// A section of a long page that can be folded away; its address leads to it and opens it.
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { useLocation } from "react-router";
import "./fold.css";

type Props = { id: string; title: string; aside?: string | undefined; open?: boolean; children: ReactNode };

export function Fold({ id, title, aside, open = true, children }: Props) {
  const { hash } = useLocation();
  const fold = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (hash !== `#${id}` || fold.current === null) return;
    fold.current.open = true;
    fold.current.scrollIntoView();
  }, [hash, id]);
  return (
    <section aria-label={title}>
      <details id={id} ref={fold} className="fold" open={open}>
        <summary>
          <h2>{title}</h2>
          {aside === undefined ? null : <span className="quiet">{aside}</span>}
        </summary>
        {children}
      </details>
    </section>
  );
}

/** Links to the sections of the page, in their order. */
export function FoldLinks({ label, links }: { label: string; links: readonly { id: string; name: string }[] }) {
  return (
    <nav className="fold-links" aria-label={label}>
      {links.map(({ id, name }) => (
        <a key={id} href={`#${id}`}>
          {name}
        </a>
      ))}
    </nav>
  );
}
