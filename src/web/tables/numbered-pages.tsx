// A list that is at hand as a whole, shown page by page: which page stands in the URL.
import { Button } from "antd";
import { m } from "../paraglide/messages.js";
import { useUrlState } from "../frame/url-state.ts";
import "./key-pager.css";

/** So many on one page. */
export const onOnePage = 20;

export type NumberedPage = { name: string; count: number; page: number; last: number };

/** The page that the parameter `name` of the URL asks for, from 1; the nearest one there is where it asks for none of them. */
export function useNumberedPage(name: string, count: number): NumberedPage {
  const asked = Math.trunc(Number(useUrlState().one(name))) || 1;
  const last = Math.max(1, Math.ceil(count / onOnePage));
  return { name, count, page: Math.min(last, Math.max(1, asked)), last };
}

/** Nothing where one page shows all. */
export function NumberedPager({ of: { name, count, page, last } }: { of: NumberedPage }) {
  const url = useUrlState();
  if (last === 1) return null;
  return (
    <nav className="key-pager" aria-label={m.pager_label()}>
      <output>{m.pager_count({ count, page })}</output>
      <Button disabled={page === 1} onClick={() => url.set({ [name]: page === 2 ? "" : String(page - 1) })}>
        {m.pager_previous()}
      </Button>
      <Button disabled={page === last} onClick={() => url.set({ [name]: String(page + 1) })}>
        {m.pager_next()}
      </Button>
    </nav>
  );
}
