// Since when the history is complete: the district's statements, who came from elsewhere, and the acts of two people that make it so.
import { z } from "zod";
import {
  arrivalShape,
  confirmingShape,
  historyConfirmingRoles,
  historyEnteringRoles,
  recordedArrival,
  recordedStatement,
  statementShape,
} from "../rules/history.ts";
import { boundedCount, endpoint, officeRoles, pageInput } from "#kernel/contract/meta.ts";

const statementId = z.string().min(1).max(64);
const handlers = [...historyEnteringRoles, ...historyConfirmingRoles];

const unseenRow = recordedArrival.extend({ name: z.string(), organizationName: z.string() });
export type UnseenRow = z.output<typeof unseenRow>;
/** Of one person: where they came from, and what was stated about the earlier file, the latest entered first. */
export const personHistory = z.object({
  arrivals: z.array(recordedArrival),
  statements: z.array(recordedStatement),
});
export type PersonHistory = z.output<typeof personHistory>;

export const history = {
  /** `since`: the first day for which everything is recorded; null while nobody has declared it. The latest statement first. */
  district: endpoint
    .route({ method: "GET", path: "/history" })
    .meta({ access: officeRoles, logged: "nothing" })
    .output(z.object({ since: z.string().nullable(), statements: z.array(recordedStatement) })),
  /** For the desks: what of it waits for somebody. */
  open: endpoint
    .route({ method: "GET", path: "/history/open" })
    .meta({ access: handlers, logged: "nothing" })
    .output(z.object({ since: z.string().nullable(), unconfirmed: boundedCount, unseen: boundedCount })),
  /** Who came from elsewhere and whose earlier file has not been seen, the earliest entered first. */
  unseen: endpoint
    .route({ method: "POST", path: "/history/unseen" })
    .meta({ access: handlers, logged: "sensitive-read", journal: true })
    .input(z.strictObject({ ...pageInput }))
    .output(z.object({ rows: z.array(unseenRow), next: z.string().nullable(), count: boundedCount })),
  /** It changes no answer before it is confirmed. */
  state: endpoint
    .route({ method: "POST", path: "/history" })
    .meta({ access: historyEnteringRoles, logged: "act" })
    .input(z.strictObject({ key: z.uuid(), ...statementShape.shape }))
    .output(z.object({ statementId: z.string() })),
  confirm: endpoint
    .route({ method: "POST", path: "/history/{statementId}/confirmation" })
    .meta({ access: historyConfirmingRoles, logged: "act" })
    .input(z.strictObject({ key: z.uuid(), statementId, ...confirmingShape.shape }))
    .output(z.object({ statementId: z.string() })),
  recordArrival: endpoint
    .route({ method: "POST", path: "/persons/{personId}/arrivals" })
    .meta({ access: historyEnteringRoles, logged: "act" })
    .input(z.strictObject({ key: z.uuid(), ...arrivalShape.shape }))
    .output(z.object({ arrivalId: z.string() })),
};
