// Endpoints whose body or answer is a file, streamed rather than parsed. They obey the same meta as the contract.
import { z } from "zod";
import type { Role } from "#casework/roles.ts";
import { questionInput, askers } from "./eligibility.ts";
import { officeRoles } from "./meta.ts";
import type { EndpointMeta } from "./meta.ts";
import { restrictionReaders } from "./registry.ts";

export type StreamEndpoint = { method: "POST" | "GET"; path: string; meta: EndpointMeta };

/** The largest evidence file taken, in bytes. */
export const evidenceLimit = 50 * 1024 * 1024;

/** What an upload answers with: the content's address and its size in bytes. */
export const uploaded = z.object({ sha256: z.string(), size: z.int() });
export const exportInput = questionInput;

/** Whose acts name files: evidence, minutes, the superior's answer. */
const uploaders: readonly Role[] = ["discipline-officer", "office-clerk", "personnel-officer"];

export const streams = {
  /** The raw bytes are the body; answers with `uploaded`. */
  uploadEvidence: { method: "POST", path: "/files", meta: { access: uploaders, logged: "act" } },
  /** A file is reachable only through a matter that names it and that the reader may read. */
  downloadEvidence: {
    method: "GET",
    path: "/matters/:matterId/files/:sha256",
    meta: { access: officeRoles, logged: "sensitive-read" },
  },
  /** One case as a zip for the archive: JSON, HTML, the evidence files. */
  exportCase: { method: "GET", path: "/matters/:matterId/archive", meta: { access: officeRoles, logged: "export" } },
  /** One person's whole record, as far as the reader may read it. */
  exportPerson: {
    method: "GET",
    path: "/persons/:personId/archive",
    meta: { access: restrictionReaders, logged: "export" },
  },
  /** The whole log as JSON Lines, for the separate verifier. */
  exportLog: { method: "GET", path: "/log/export", meta: { access: ["audit-administrator"], logged: "export" } },
  /** Takes `exportInput` as JSON, answers with .xlsx. */
  exportEligibility: { method: "POST", path: "/eligibility/export", meta: { access: askers, logged: "export" } },
  /** The latest answers to a request for clearance, as .xlsx. */
  exportClearance: { method: "GET", path: "/clearance/:requestId/sheet", meta: { access: askers, logged: "export" } },
  /** The receipt of one asking: JSON Lines, the same bytes each time. */
  clearanceReceipt: {
    method: "GET",
    path: "/clearance/:requestId/receipts/:round",
    meta: { access: askers, logged: "export" },
  },
} as const satisfies Record<string, StreamEndpoint>;
