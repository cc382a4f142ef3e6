// Curves on two logarithmic axes as one SVG, drawn by ECharts without a browser.

import { LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TitleComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([LineChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

export type Curve = { name: string; points: [number, number][] };

export function drawCurves(title: string, across: string, up: string, curves: readonly Curve[]): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, width: 960, height: 560 });
  chart.setOption({
    animation: false,
    backgroundColor: "#ffffff",
    title: { text: title, left: "center", textStyle: { fontSize: 15 } },
    legend: { bottom: 0, itemWidth: 28 },
    grid: { left: 70, right: 40, top: 50, bottom: 110 },
    xAxis: { type: "log", name: across, nameLocation: "middle", nameGap: 30, min: "dataMin", max: "dataMax" },
    yAxis: { type: "log", name: up },
    series: curves.map(({ name, points }, index) => ({
      type: "line",
      name,
      data: points,
      lineStyle: { type: index < curves.length / 2 ? "dashed" : "solid" },
    })),
  });
  const drawn = chart.renderToSVGString();
  chart.dispose();
  return drawn;
}
