// The checks of security by their names, as docs/security.md lists them: what must hold, and by which tests it is held.
export type SecurityCheck =
  | "hostile-files"
  | "upgrade"
  | "licences"
  | "slow-clients"
  | "stored-scripts"
  | "no-outgoing";
