// A button at work: the turning sign is for the eye only, so that the button keeps its name.
import { LoadingOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";

export function busy(working: boolean): false | { icon: ReactNode } {
  return working ? { icon: <LoadingOutlined aria-hidden="true" /> } : false;
}
