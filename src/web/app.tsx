// The whole of the browser part: styles, language, queries, and the screens by their URL.
import { legacyLogicalPropertiesTransformer, StyleProvider } from "@ant-design/cssinjs";
import { QueryClientProvider } from "@tanstack/react-query";
import { App as Messages, ConfigProvider } from "antd";
import { createBrowserRouter, Outlet } from "react-router";
import type { RouteObject } from "react-router";
import { RouterProvider } from "react-router/dom";
import { queries } from "./client.ts";
import { componentLanguage } from "./language.ts";
import { Broken } from "./frame/broken.tsx";
import { Shell } from "./frame/shell.tsx";
import { SignedIn } from "./frame/signed-in.tsx";
import { Waiting } from "./frame/waiting.tsx";
import { openScreens, screens } from "./routes.tsx";
import type { Screen } from "./routes.tsx";
import { theme } from "./theme.ts";

const router = createBrowserRouter([
  {
    element: <Outlet />,
    errorElement: <Broken />,
    hydrateFallbackElement: <Waiting />,
    children: [
      ...openScreens.map(routeOf),
      { element: <SignedIn />, children: [{ element: <Shell />, children: screens.map(routeOf) }] },
    ],
  },
]);

export function App() {
  return (
    <StyleProvider hashPriority="high" transformers={[legacyLogicalPropertiesTransformer]}>
      <ConfigProvider locale={componentLanguage()} theme={theme} button={{ autoInsertSpace: false }}>
        <Messages>
          <QueryClientProvider client={queries}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </Messages>
      </ConfigProvider>
    </StyleProvider>
  );
}

function routeOf({ path, load }: Screen): RouteObject {
  return { path, errorElement: <Broken />, lazy: async () => ({ Component: await load() }) };
}
