// What answers each endpoint whose body or answer is a file: evidence, lists of names, imports, official texts, sheets, letters, archives.
import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import {
  conflictQuery,
  endingQuery,
  figuresQuery,
  evidenceLimit,
  exportInput,
  importLimit,
  importQuery,
  listQuery,
  maxRows,
} from "./contract/streams.ts";
import type { streams } from "./contract/streams.ts";
import { archiveCase, archivePerson } from "#matters/uses/archive.ts";
import type { ArchiveFile } from "#matters/uses/archive.ts";
import { downloadBodyFile } from "#bodies/uses/bodies.ts";
import { clearanceReceipt } from "#clearance/uses/clearance-receipt-export.ts";
import { exportClearance } from "#clearance/uses/clearance-sheet.ts";
import { exportEnding } from "#eligibility/uses/ending-restrictions.ts";
import { exportFigures } from "#statistics/uses/figures-sheet.ts";
import { exportConflicts } from "#sweep/uses/conflict-sheet.ts";
import { answerList } from "#eligibility/uses/eligibility-list.ts";
import { exportEligibility } from "#eligibility/uses/eligibility-sheet.ts";
import type { Answer, Found, Unfit } from "#kernel/answer.ts";
import type { App } from "#kernel/app.ts";
import { downloadEvidence, uploadEvidence } from "#matters/uses/evidence.ts";
import { askFromProgram, readFromProgram } from "#clearance/uses/program-clearance.ts";
import { programRequest } from "#clearance/contract/programs.ts";
import { maxAsked } from "#clearance/contract/clearance.ts";
import { readNameList } from "#lists/uses/list-file.ts";
import type { Actor } from "#casework/actor.ts";
import { Unreadable } from "#files/read/format.ts";
import { takeIn } from "#files/incoming-file.ts";
import { readWords } from "#files/read/read-file.ts";
import { inReadingPlace } from "#files/read/reading-places.ts";
import { letterFile } from "#letters/uses/letter-files.ts";
import { exportLog } from "#log/uses/log-export.ts";
import { beginImport } from "#imports/uses/imports.ts";
import { importTemplate, originalFile, wrongRows } from "#imports/uses/sheets.ts";
import type { Sheet } from "#imports/uses/sheets.ts";
import { importKinds } from "#imports/rules/import-column-names.ts";
import { todayOf } from "#kernel/time.ts";
import { invalidInput, issuesOf } from "./answers.ts";
import type { Problem } from "./answers.ts";
import { send } from "./gate.ts";
import { problemOfAnswer } from "./refuse.ts";
import { problems, logFile, numberedAnswersFile, answersFile, importTooLarge, evidenceTooLarge } from "./words.ts";

type Handler = (
  app: App,
  asker: { actor: Actor },
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<FastifyReply>;

export const fileHandlers: Record<keyof typeof streams, Handler> = {
  uploadEvidence: async (app, { actor }, request, reply) => {
    const taken = await uploadEvidence(app, actor, bytesOf(request), evidenceLimit);
    if (taken.type === "too-large") return send(reply.header("connection", "close"), tooLargeFile);
    return sendAnswer(reply, taken, (kept) => reply.send(kept));
  },
  downloadEvidence: async (app, { actor }, request, reply) => {
    const asked = matterFileShape.parse(request.params);
    return sendEvidence(reply, await downloadEvidence(app, actor, asked.matterId, asked.sha256));
  },
  downloadBodyFile: async (app, { actor }, request, reply) => {
    const asked = bodyFileShape.parse(request.params);
    return sendEvidence(reply, await downloadBodyFile(app, actor, asked.organizationId, asked.sha256));
  },
  exportCase: async (app, { actor }, request, reply) => {
    const { matterId } = matterShape.parse(request.params);
    return sendArchive(reply, await archiveCase(app, actor, matterId));
  },
  exportPerson: async (app, { actor }, request, reply) => {
    const { personId } = personShape.parse(request.params);
    return sendArchive(reply, await archivePerson(app, actor, personId));
  },
  exportLog: async (app, { actor }, _request, reply) =>
    asAttachment(reply, logFile(todayOf(app)), "application/octet-stream").send(
      Readable.from(await exportLog(app, actor)),
    ),
  exportEligibility: async (app, { actor }, request, reply) => {
    const asked = exportInput.safeParse(request.body);
    if (!asked.success) return send(reply, invalidInput(issuesOf(asked.error.issues)));
    return sendAnswer(reply, await exportEligibility(app, actor, asked.data), ({ bytes, serial }) =>
      asAttachment(reply, numberedAnswersFile(todayOf(app), serial), spreadsheet).send(Buffer.from(bytes)),
    );
  },
  answerList: async (app, { actor }, request, reply) => {
    const asked = listQuery.safeParse(request.query);
    if (!asked.success) return send(reply, invalidInput(issuesOf(asked.error.issues)));
    return withFile(app, request, reply, problems.tooLarge, async (bytes) =>
      sendAnswer(reply, await answerList(app, actor, asked.data, bytes, maxRows), (parts) =>
        asAttachment(reply, answersFile(todayOf(app)), spreadsheet).send(Readable.from(parts)),
      ),
    );
  },
  exportClearance: async (app, { actor }, request, reply) => {
    const { requestId } = requestShape.parse(request.params);
    return sendAnswer(reply, await exportClearance(app, actor, requestId), ({ name, bytes: sheet }) =>
      asAttachment(reply, name, spreadsheet).send(Buffer.from(sheet)),
    );
  },
  readNames: async (app, _asker, request, reply) =>
    withFile(app, request, reply, problems.tooLarge, async (bytes) =>
      sendAnswer(reply, await readNameList(app.law.vocabulary.levels, bytes, maxAsked), (read) => reply.send(read)),
    ),
  readOfficialText: async (app, _asker, request, reply) =>
    withFile(app, request, reply, problems.tooLarge, async (bytes) => {
      try {
        return reply.send({ text: await readWords(bytes) });
      } catch (error) {
        if (error instanceof Unreadable) return send(reply, invalidInput([{ path: "", message: error.message }]));
        throw error;
      }
    }),
  askFromProgram: async (app, { actor }, request, reply) => {
    const asked = programRequest.safeParse(request.body);
    if (!asked.success) return send(reply, invalidInput(issuesOf(asked.error.issues)));
    return sendLines(reply, await askFromProgram(app, actor, asked.data));
  },
  readFromProgram: async (app, { actor }, request, reply) => {
    const { requestId } = requestShape.parse(request.params);
    return sendLines(reply, await readFromProgram(app, actor, requestId));
  },
  letterFile: async (app, { actor }, request, reply) => {
    const asked = letterFileShape.safeParse(request.params);
    if (!asked.success) return send(reply, problems.notFound);
    const type = asked.data.file.endsWith("pdf") ? "application/pdf" : wordDocument;
    return sendAnswer(reply, await letterFile(app, actor, asked.data.letterId, asked.data.file), ({ name, bytes }) =>
      asAttachment(reply, name, type).send(Buffer.from(bytes)),
    );
  },
  clearanceReceipt: async (app, { actor }, request, reply) => {
    const { requestId, round } = roundShape.parse(request.params);
    const receipt = await clearanceReceipt(app, actor, requestId, /^\d{1,6}$/u.test(round) ? Number(round) : 0);
    return sendAnswer(reply, receipt, ({ name, stream }) =>
      asAttachment(reply, name, "application/octet-stream").send(stream),
    );
  },
  exportConflicts: async (app, { actor }, request, reply) => {
    const asked = conflictQuery.safeParse(request.query);
    if (!asked.success) return send(reply, invalidInput(issuesOf(asked.error.issues)));
    const sheet = await exportConflicts(app, actor, asked.data);
    return asAttachment(reply, sheet.name, spreadsheet).send(Buffer.from(sheet.bytes));
  },
  exportEnding: async (app, { actor }, request, reply) => {
    const asked = endingQuery.safeParse(request.query);
    if (!asked.success) return send(reply, invalidInput(issuesOf(asked.error.issues)));
    const sheet = await exportEnding(app, actor, asked.data);
    return asAttachment(reply, sheet.name, spreadsheet).send(Buffer.from(sheet.bytes));
  },
  exportFigures: async (app, { actor }, request, reply) => {
    const asked = figuresQuery.safeParse(request.query);
    if (!asked.success) return send(reply, invalidInput(issuesOf(asked.error.issues)));
    const sheet = await exportFigures(app, actor, asked.data);
    return asAttachment(reply, sheet.name, spreadsheet).send(Buffer.from(sheet.bytes));
  },
  uploadImport: async (app, { actor }, request, reply) => {
    const asked = importQuery.safeParse(request.query);
    if (!asked.success) return send(reply, invalidInput(issuesOf(asked.error.issues)));
    return withFile(app, request, reply, tooLargeImport, async (bytes) => {
      const begun = await beginImport(app, actor, { kind: asked.data.kind, fileName: asked.data.name, bytes });
      return sendAnswer(reply, begun, (answer) => reply.send(answer));
    });
  },
  importTemplate: async (app, { actor }, request, reply) => {
    const asked = importKindShape.safeParse(request.params);
    if (!asked.success) return send(reply, problems.notFound);
    return sendSheet(reply, { type: "done", answer: await importTemplate(app, actor, asked.data.kind) });
  },
  importErrors: async (app, { actor }, request, reply) => {
    const { importId } = importShape.parse(request.params);
    return sendSheet(reply, await wrongRows(app, actor, importId));
  },
  importFile: async (app, { actor }, request, reply) => {
    const { importId } = importShape.parse(request.params);
    return sendSheet(reply, await originalFile(app, actor, importId));
  },
};

const wordDocument = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
// What the paths name.
const matterFileShape = z.object({ matterId: z.string(), sha256: z.string() });
const bodyFileShape = z.object({ organizationId: z.string(), sha256: z.string() });
const matterShape = z.object({ matterId: z.string() });
const personShape = z.object({ personId: z.string() });
const requestShape = z.object({ requestId: z.string() });
const roundShape = z.object({ requestId: z.string(), round: z.string() });
const importKindShape = z.object({ kind: z.enum(importKinds) });
const importShape = z.object({ importId: z.string() });
const letterFileShape = z.object({
  letterId: z.string(),
  file: z.enum(["letter.pdf", "letter.docx", "revocation.pdf", "revocation.docx"]),
});
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** Takes the file in, and gives it to `use` when a reader is free: while others are read it is not in memory. */
async function withFile(
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
  tooLarge: Problem,
  use: (bytes: Uint8Array) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const file = await takeIn(app.dataFolder, bytesOf(request), importLimit);
  if (file === null) return send(reply.header("connection", "close"), tooLarge);
  try {
    return await inReadingPlace("asked", async () => use(await file.bytes()));
  } finally {
    await file.drop();
  }
}

/** What was answered, as `give` sends it; otherwise the problem. */
function sendAnswer<T>(reply: FastifyReply, answer: Answer<T> | Unfit, give: (value: T) => FastifyReply): FastifyReply {
  return answer.type === "done" ? give(answer.answer) : send(reply, problemOfAnswer(answer));
}

function sendLines(reply: FastifyReply, answer: Answer<AsyncGenerator<string>> | Unfit): FastifyReply {
  return sendAnswer(reply, answer, (lines) => reply.type("application/x-ndjson").send(Readable.from(lines)));
}

function sendSheet(reply: FastifyReply, sheet: Found<Sheet>): FastifyReply {
  return sendAnswer(reply, sheet, ({ name, bytes }) =>
    asAttachment(reply, name, "application/octet-stream").send(Buffer.from(bytes)),
  );
}

/** The upload takes any type of body, unread; nothing else does. */
export function takeRawBodies(instance: FastifyInstance): void {
  instance.removeAllContentTypeParsers();
  instance.addContentTypeParser("*", (_request, payload, done) => done(null, payload));
}

const tooLargeImport = { ...problems.tooLarge, message: importTooLarge(importLimit / 1024 / 1024) };
const tooLargeFile = { ...problems.tooLarge, message: evidenceTooLarge(evidenceLimit / 1024 / 1024) };

/** The chunks of the body; stopping early leaves the connection whole, so that the refusal still reaches the sender. */
async function* bytesOf(request: FastifyRequest): AsyncIterable<Uint8Array> {
  for await (const chunk of request.raw.iterator({ destroyOnReturn: false })) {
    if (chunk instanceof Uint8Array) yield chunk;
  }
}

/** Never the type that the uploader claimed: a browser saves it and shows nothing of it. */
function sendEvidence(reply: FastifyReply, given: Awaited<ReturnType<typeof downloadEvidence>>): FastifyReply {
  return sendAnswer(reply, given, ({ evidence, size, stream }) =>
    asAttachment(reply, evidence.name, "application/octet-stream").header("content-length", size).send(stream),
  );
}

function sendArchive(reply: FastifyReply, archived: Found<ArchiveFile>): FastifyReply {
  return sendAnswer(reply, archived, ({ name, stream }) => asAttachment(reply, name, "application/zip").send(stream));
}

function asAttachment(reply: FastifyReply, name: string, type: string): FastifyReply {
  const plain = name.replaceAll(/[^\w.-]/gu, "_");
  return reply
    .type(type)
    .header(
      "content-disposition",
      `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
    )
    .header("content-security-policy", "default-src 'none'; sandbox");
}
