// What a handler of the contract is given: the application, and who asks.
import type { App } from "#kernel/app.ts";
import type { SignedIn } from "#accounts/uses/session.ts";

export type Context = {
  app: App;
  /** Null only on endpoints that anyone may call; the gate has seen to it. */
  signedIn: SignedIn | null;
  /** The network address of the request. */
  address: string;
  /** The session token that came with the request, living or not. */
  token: string | null;
  /** The cookie by which the browser is known again. */
  device: string | null;
  /** Hands the browser a session, or takes it away. */
  setSession: (token: string | null) => void;
  /** Lets the browser be known again. */
  setDevice: (token: string) => void;
};

/** Who asks, behind the gate. */
export function signedInOf(context: Context): SignedIn {
  if (context.signedIn === null) throw new Error("the gate let a stranger through");
  return context.signedIn;
}
