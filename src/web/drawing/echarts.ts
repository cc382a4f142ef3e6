// The one file that knows the drawing library; read when something is first drawn.
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { init, use as withParts } from "echarts/core";
import type { EChartsCoreOption } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

withParts([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer]);

export type DrawingOption = EChartsCoreOption;

/** Draws into the place; answers with how to take it away again. `onChoose` is told the index of a bar or point that is clicked. */
export function draw(place: HTMLElement, option: DrawingOption, onChoose: (index: number) => void): () => void {
  const chart = init(place, null, { renderer: "svg" });
  chart.setOption({ animation: false, ...option });
  chart.on("click", ({ dataIndex }) => {
    if (typeof dataIndex === "number") onChoose(dataIndex);
  });
  // On paper it is scaled to what room there is, for which it must say what it measures.
  const tellSize = () =>
    place.querySelector("svg")?.setAttribute("viewBox", `0 0 ${chart.getWidth()} ${chart.getHeight()}`);
  tellSize();
  const onResize = () => {
    chart.resize();
    tellSize();
  };
  window.addEventListener("resize", onResize);
  return () => {
    window.removeEventListener("resize", onResize);
    chart.dispose();
  };
}
