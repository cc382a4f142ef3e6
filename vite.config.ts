// Builds the browser part into dist/web for kernels as old as Chromium 86, with no inline script, so that a strict CSP holds.

import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: "src/web",
  base: "/",
  publicDir: false,
  plugins: [react()],
  cacheDir: "../../node_modules/.cache/vite",
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    target: "chrome86",
    cssTarget: "chrome86",
    // Small files as data: URLs would need a wider CSP.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      output: {
        // Libraries change more rarely than screens: the browser keeps them. The components are left out, so that each screen loads
        // only the ones it shows.
        codeSplitting: {
          groups: [
            { name: "echarts", test: /node_modules[\\/](echarts|zrender)[\\/]/ },
            { name: "libraries", test: /node_modules[\\/](?!antd|@ant-design|@rc-component|dayjs|echarts|zrender)/ },
          ],
        },
      },
    },
  },
});
