// The one shape of every refusal of the server.
import type { Reply } from "./world.ts";

export type Failure = {
  code: string;
  message: string;
  data?: {
    issues?: { path: string; message: string }[];
    refusals?: { code: string; field?: string; message: { zh: string } }[];
    version?: number;
    since?: { act: string; actorName: string; seq: number }[];
  };
};

/** Its fields are asserted one by one by whoever asks. */
export function failureOf(reply: Reply): Failure {
  return reply.json as Failure;
}
