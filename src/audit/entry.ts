// One entry of the log, and the hash that ties it to the entry before it.

export type HashAlgorithm = "sha256" | "sm3";
export type EntryKind = "act" | "refusal" | "sign-in" | "sensitive-read" | "export" | "administration";

/** What the caller says; `body` is JSON, of which no words are kept. `outcome` is done, refused or failed. */
export type NewEntry = {
  /** ISO instant with milliseconds, in UTC. */
  at: string;
  kind: EntryKind;
  actorId: string | null;
  actorName: string;
  what: string;
  outcome: string;
  body: Record<string, unknown>;
};

/** As kept. `seq` counts from 1 within its chain; `body` is the canonical JSON text. */
export type Entry = Omit<NewEntry, "body"> & {
  chain: string;
  seq: number;
  body: string;
  previous: string | null;
  hash: string;
  algorithm: HashAlgorithm;
};

export type Fault = { chain: string; seq: number; what: string };
