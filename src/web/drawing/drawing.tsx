// A drawing of figures. What it shows stands in a table beside it, which is its text.
import { useEffect, useRef } from "react";
import type { DrawingOption } from "./echarts.ts";
import "./drawing.css";

type Props = { label: string; option: DrawingOption; height: number; onChoose: (index: number) => void };

export function Drawing({ label, option, height, onChoose }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const choose = useRef(onChoose);
  useEffect(() => {
    choose.current = onChoose;
  });
  // An option is plain data: the same one made anew draws nothing anew.
  const said = JSON.stringify(option);
  useEffect(() => {
    let end: (() => void) | null = null;
    let isGone = false;
    void import("./echarts.ts").then(({ draw }) => {
      if (isGone || place.current === null) return;
      const drawn = JSON.parse(said) as DrawingOption; // said is one
      end = draw(place.current, drawn, (index) => choose.current(index));
    });
    return () => {
      isGone = true;
      end?.();
    };
  }, [said]);
  return (
    <figure className="drawing" aria-label={label}>
      <div ref={place} aria-hidden="true" style={{ height }} />
    </figure>
  );
}
