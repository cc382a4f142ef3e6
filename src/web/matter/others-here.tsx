// Who else has this case open just now, and at which form: said before two people type the same.
import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { actNames } from "#casework/acts.ts";
import type { ActId } from "#casework/acts.ts";
import { client } from "../client.ts";
import { listed, textOf, withAside } from "../language.ts";
import { m } from "../paraglide/messages.js";
import "./others-here.css";

type Props = { matterId: string; act: ActId | null };

/** How often one says that one is here, in milliseconds. */
const every = 15_000;
/** After so long without a key or a click nobody is taken to be working, and the session is left to end by itself. */
const idleAfter = 5 * 60_000;

let touched = performance.now();
for (const kind of ["keydown", "pointerdown"]) window.addEventListener(kind, () => (touched = performance.now()));

export function OthersHere({ matterId, act }: Props) {
  const { data: others = [] } = useQuery({
    queryKey: ["presence", matterId, act],
    queryFn: () => (performance.now() - touched > idleAfter ? [] : client.matters.presence({ matterId, act })),
    refetchInterval: every,
    staleTime: 0,
    retry: false,
  });
  if (others.length === 0) return null;
  const same = act !== null && others.some((one) => one.act === act);
  return (
    <Alert
      type={same ? "warning" : "info"}
      showIcon
      className="others-here"
      title={(same ? m.others_same : m.others_here)({
        names: listed(
          others.map((one) => (one.act === null ? one.name : withAside(one.name, textOf(actNames[one.act])))),
        ),
      })}
    />
  );
}
