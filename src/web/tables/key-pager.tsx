// 上一页 / 下一页 for a ledger paged by key: the keys of the pages seen so far stand in the URL.
import { Button } from "antd";
import { m } from "../paraglide/messages.js";
import { countText } from "./count.ts";
import "./key-pager.css";

type Props = {
  trail: readonly string[];
  next: string | null;
  count: { value: number; more: boolean };
  onTrail: (trail: string[]) => void;
};

export function KeyPager({ trail, next, count, onTrail }: Props) {
  return (
    <nav className="key-pager" aria-label={m.pager_label()}>
      <output>{m.pager_count({ count: countText(count), page: trail.length + 1 })}</output>
      <Button disabled={trail.length === 0} onClick={() => onTrail(trail.slice(0, -1))}>
        {m.pager_previous()}
      </Button>
      <Button
        disabled={next === null}
        onClick={() => {
          if (next !== null) onTrail([...trail, next]);
        }}
      >
        {m.pager_next()}
      </Button>
    </nav>
  );
}
