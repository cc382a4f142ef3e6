// Endpoints whose body or answer is a file, streamed rather than parsed. They obey the same meta as the contract.
import { z } from "zod";
import { importKinds } from "#imports/rules/import-column-names.ts";
import { bodyReaders } from "#bodies/rules/body-names.ts";
import { interpretingRoles } from "#law-admin/rules/interpreting.ts";
import type { Role } from "#casework/roles.ts";
import { largestRequest } from "#clearance/contract/clearance.ts";
import { questionInput, askers } from "#eligibility/contract/eligibility.ts";
import { officeRoles } from "#kernel/contract/meta.ts";
import type { EndpointMeta } from "#kernel/contract/meta.ts";
import { restrictionReaders } from "#eligibility/contract/restriction-view.ts";
import { endingRange, isInOrder, outOfOrder } from "#eligibility/contract/restrictions.ts";
import { figuresDay } from "#statistics/contract.ts";
import { registryKeepers } from "#registry/contract.ts";
import { conflictFilter, sweepReaders } from "#sweep/contract.ts";
import { yearMissing } from "./words.ts";

export type StreamEndpoint = { method: "POST" | "GET"; path: string; meta: EndpointMeta };

/** The largest evidence file taken, in bytes. */
export const evidenceLimit = 50 * 1024 * 1024;

/** What an upload answers with: the content's address and its size in bytes. */
export const uploaded = z.object({ sha256: z.string(), size: z.int() });
export const exportInput = questionInput;

/** As many rows as a list from file to sheet may have. */
export const maxRows = 100_000;
/** What stands in the address of a list from file to sheet: purpose, and day or year. */
export const listQuery = questionInput.omit({ names: true }).extend({
  date: z
    .string()
    .default("")
    .transform((date) => (date === "" ? null : date)),
  year: z.coerce
    .number(yearMissing)
    .int(yearMissing)
    .min(1900, yearMissing)
    .max(2100, yearMissing)
    .nullable()
    .default(null),
  /** The level meant where a row names none. */
  toLevel: z.string().max(20).nullable().default(null),
});
/** One paragraph a line. */
export const textRead = z.object({ text: z.string() });

/** The largest file that is imported, in bytes. */
export const importLimit = 30 * 1024 * 1024;
/** What stands in the address of an upload for an import. */
export const importQuery = z.strictObject({ kind: z.enum(importKinds), name: z.string().trim().min(1).max(300) });
export const importBegun = z.object({ importId: z.string() });

/** What stands in the address of the list of restrictions that end. */
export const endingQuery = z.strictObject(endingRange).refine(isInOrder, outOfOrder);

/** What stands in the address of the figures of a day. */
export const figuresQuery = z.strictObject(figuresDay);

/** What stands in the address of the report of conflicts. */
export const conflictQuery = z.strictObject({
  ...conflictFilter,
  recordedAfter: z
    .enum(["", "1"])
    .default("")
    .transform((text) => text === "1"),
});

/** The roles whose acts name files: evidence, minutes, the superior's answer, what an examination or a change rests on. */
export const uploaders: readonly Role[] = [
  "discipline-officer",
  "office-clerk",
  "personnel-officer",
  "reviewer",
  "committee-secretary",
];

export const streams = {
  /** The raw bytes are the body; answers with `uploaded`. */
  uploadEvidence: { method: "POST", path: "/files", meta: { access: uploaders, logged: "act" } },
  /** A file is reachable only through a matter that names it and that the reader may read. */
  downloadEvidence: {
    method: "GET",
    path: "/matters/:matterId/files/:sha256",
    meta: { access: officeRoles, logged: "sensitive-read" },
  },
  /** A file that an act on a leading body names. */
  downloadBodyFile: {
    method: "GET",
    path: "/bodies/:organizationId/files/:sha256",
    meta: { access: bodyReaders, logged: "sensitive-read" },
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
  /**
   * The raw bytes of a list of names are the body (.xlsx, .xls, text), the question is the address; answers with .xlsx, part by part. A
   * request that is given up ends the work.
   */
  answerList: { method: "POST", path: "/eligibility/list", meta: { access: askers, logged: "export" } },
  /** The latest answers to a request for clearance, as .xlsx. */
  exportClearance: { method: "GET", path: "/clearance/:requestId/sheet", meta: { access: askers, logged: "export" } },
  /** The raw bytes of a list of names are the body (.xlsx, .xls, text); answers with `namesRead`. Nothing of it is kept. */
  readNames: { method: "POST", path: "/lists/file", meta: { access: askers, logged: "nothing" } },
  /** The raw bytes of an official text are the body (.docx, .txt); answers with `textRead`. Nothing of it is kept. */
  readOfficialText: {
    method: "POST",
    path: "/official-texts/file",
    meta: { access: interpretingRoles, logged: "nothing" },
  },
  /** Takes `programRequest` as JSON, answers with JSON Lines. */
  askFromProgram: {
    method: "POST",
    path: "/programs/clearance",
    meta: { access: "token", logged: "sensitive-read", largest: largestRequest },
  },
  /** The latest answers to a request of the same token, and where its reply stands: JSON Lines. */
  readFromProgram: {
    method: "GET",
    path: "/programs/clearance/:requestId",
    meta: { access: "token", logged: "sensitive-read" },
  },
  /** A reply letter or the notice of its revocation: letter.pdf, letter.docx, revocation.pdf, revocation.docx. */
  letterFile: { method: "GET", path: "/letters/:letterId/files/:file", meta: { access: askers, logged: "export" } },
  /** The receipt of one asking: JSON Lines, the same bytes each time. */
  clearanceReceipt: {
    method: "GET",
    path: "/clearance/:requestId/receipts/:round",
    meta: { access: askers, logged: "export" },
  },
  /** The conflicts that `conflictQuery` in the address asks for, as .xlsx. */
  exportConflicts: { method: "GET", path: "/sweep-report", meta: { access: sweepReaders, logged: "export" } },
  /** The restrictions that end within `endingQuery`, as .xlsx. */
  exportEnding: {
    method: "GET",
    path: "/restrictions/ending/sheet",
    meta: { access: restrictionReaders, logged: "export" },
  },
  /** The figures of `figuresQuery` and every restriction behind them, as .xlsx. */
  exportFigures: {
    method: "GET",
    path: "/restrictions/figures/sheet",
    meta: { access: restrictionReaders, logged: "export" },
  },
  /** The raw bytes are the body, `importQuery` stands in the address; answers with `importBegun`. */
  uploadImport: { method: "POST", path: "/imports/files", meta: { access: registryKeepers, logged: "administration" } },
  /** The .xlsx to fill in, with drop-downs. */
  importTemplate: {
    method: "GET",
    path: "/imports/templates/:kind",
    meta: { access: registryKeepers, logged: "nothing" },
  },
  /** The rows that were wrong, each with what is wrong, as .xlsx. */
  importErrors: {
    method: "GET",
    path: "/imports/:importId/errors",
    meta: { access: registryKeepers, logged: "export" },
  },
  /** The file as it came. */
  importFile: { method: "GET", path: "/imports/:importId/file", meta: { access: registryKeepers, logged: "export" } },
} as const satisfies Record<string, StreamEndpoint>;
