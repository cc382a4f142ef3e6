// Lets through whoever is signed in; everyone else is sent to the sign-in and comes back afterwards.
import { ORPCError } from "@orpc/client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Navigate, Outlet, useLocation } from "react-router";
import { api, showAs } from "../client.ts";
import { SessionContext } from "../session.ts";
import type { Me } from "../session.ts";
import { Failure } from "./failure.tsx";
import { Waiting } from "./waiting.tsx";

export function SignedIn() {
  const { pathname, search, hash } = useLocation();
  const [opener, setOpener] = useState<Me | null>(null);
  const session = useQuery(api.session.me.queryOptions({ staleTime: Infinity }));
  if (session.error instanceof ORPCError && session.error.code === "UNAUTHORIZED") {
    const next = pathname + search + hash;
    return <Navigate to={next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`} replace />;
  }
  if (session.isError) return <Failure error={session.error} retry={() => void session.refetch()} />;
  if (session.data === undefined) return <Waiting />;
  // Whoever signs in beside this page later is not who opened it, nor who typed into it.
  if (opener === null) setOpener(session.data);
  const me = opener === null || opener.accountId === session.data.accountId ? session.data : opener;
  showAs(me.accountId);
  if (session.data.mustChangePassword && pathname !== "/password") return <Navigate to="/password" replace />;
  if (session.data.mustTakeUpCodes && !session.data.mustChangePassword && pathname !== "/codes")
    return <Navigate to="/codes" replace />;
  return (
    <SessionContext value={me}>
      <Outlet />
    </SessionContext>
  );
}
