// One case, or one person's whole record, as a file for the archive: JSON, the same to read, and the evidence. Logged as an export.
import type { Readable } from "node:stream";
import { actNames } from "#casework/acts.ts";
import type { Actor } from "#casework/actor.ts";
import { filesOf } from "#casework/finding/evidence.ts";
import { stageNames } from "#casework/words/stage-names.ts";
import { renderHtml } from "#files/render/html.ts";
import { zipOf } from "#files/render/zip.ts";
import { caseRecord, personRecord } from "../rules/archive-record.ts";
import {
  archivePurpose,
  caseFile,
  evidenceFile,
  personArchive,
  personFile,
  personLabels,
  personTables,
} from "../rules/archive-words.ts";
import { namesOfAccounts } from "#accounts/rows/accounts.ts";
import { inRetriedTransaction } from "#database/database.ts";
import { readBytes } from "../rows/evidence.ts";
import { notFound } from "#kernel/answer.ts";
import type { Found } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { accountsIn } from "./matter-view.ts";
import { viewPerson } from "#registry/uses/person-view.ts";
import { isReadable, loadFor, takenOutBy } from "./readable.ts";
import { recordLine } from "#kernel/uses/record.ts";
import { localTimeOf, nowOf } from "#kernel/time.ts";

export type ArchiveFile = { name: string; stream: Readable };
const acts: Readonly<Record<string, { zh: string }>> = actNames;

/** Not found when there is none, when it is no case, or when this reader may not see it. */
export async function archiveCase(app: App, actor: Actor, matterId: string): Promise<Found<ArchiveFile>> {
  const read = await inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const found = await loadFor(trx, actor, matterId, "read");
    const readable = found !== null && found.matter.kind === "case" && isReadable(actor, found);
    const serial = await recordLine(app, trx, actor, {
      kind: readable ? "export" : "refusal",
      what: "export-case",
      outcome: readable ? "done" : "refused",
      body: { matterId, exists: found !== null, purpose: archivePurpose },
    });
    if (!readable) return null;
    const { matter, history } = await takenOutBy(trx, actor, found);
    if (matter.kind !== "case") return null;
    const accounts = await namesOfAccounts(trx, accountsIn(history));
    return { matter, history, accounts, serial };
  });
  if (read === null) return notFound;
  const { matter, history, accounts, serial } = read;
  const files = [...new Map(filesOf(matter).map((file) => [file.sha256, file])).values()];
  const subjects = matter.subjects.map(({ subject }) => [subject.id, subject.name] as const);
  const taken = { by: actor.name, at: localTimeOf(nowOf(app)), purpose: archivePurpose, serial };
  const html = renderHtml(
    caseRecord(
      {
        jurisdiction: app.jurisdictionName,
        number: matter.number,
        title: matter.title,
        stage: stageNames[matter.stage].zh,
        steps: history.map(({ at, act, actorName, event }) => ({
          at: at === "" ? "" : localTimeOf(at),
          act: acts[act]?.zh ?? act,
          actor: actorName,
          body: event,
        })),
        files,
        names: { ...accounts, ...Object.fromEntries(subjects) },
      },
      taken,
    ),
  );
  const json = JSON.stringify({ format: "wenze-case-1", ...taken, matter, history, accounts }, null, 2);
  const stream = zipOf([
    { name: caseFile.html, text: html },
    { name: caseFile.json, text: json },
    ...files.map((file, index) => ({
      name: evidenceFile(String(index + 1).padStart(3, "0"), file.name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, "_")),
      open: async () => {
        const bytes = await readBytes(app.dataFolder, file.sha256);
        if (bytes === null) throw new Error(`evidence ${file.sha256} is recorded but its bytes are gone`);
        return bytes.stream;
      },
    })),
  ]);
  return { type: "done", answer: { name: `${matter.number}.zip`, stream } };
}

/** All that this reader may see of a person, as on the person's page; not found as there. */
export async function archivePerson(app: App, actor: Actor, personId: string): Promise<Found<ArchiveFile>> {
  const viewed = await viewPerson(app, actor, { personId });
  if (viewed.type === "not-found") return notFound;
  const view = viewed.answer;
  const serial = await inRetriedTransaction(app.database, scopeOf(app, actor.accountId), (trx) =>
    recordLine(app, trx, actor, {
      kind: "export",
      what: "export-person",
      outcome: "done",
      body: { personId, purpose: archivePurpose },
    }),
  );
  const taken = { by: actor.name, at: localTimeOf(nowOf(app)), purpose: archivePurpose, serial };
  const { person, formerNames, posts, grades, honours, measures, sanctions, consents, restrictions, cases } = view;
  const html = renderHtml(
    personRecord(
      {
        jurisdiction: app.jurisdictionName,
        name: person.name,
        pairs: [
          [personLabels.name, person.name],
          [personLabels.organizationName, person.organizationName],
          [personLabels.post, person.post ?? ""],
          [personLabels.idNumber, person.idNumberMasked],
        ],
      },
      [
        { heading: personTables.formerNames, rows: formerNames },
        { heading: personTables.posts, rows: posts },
        { heading: personTables.grades, rows: grades },
        { heading: personTables.honours, rows: honours },
        { heading: personTables.measures, rows: measures.map(({ name, ...one }) => ({ ...one, measure: name.zh })) },
        { heading: personTables.sanctions, rows: sanctions.map(({ name, ...one }) => ({ ...one, sanction: name.zh })) },
        { heading: personTables.consents, rows: consents },
        { heading: personTables.restrictions, rows: restrictions },
        { heading: personTables.cases, rows: cases },
      ],
      taken,
    ),
  );
  const json = JSON.stringify({ format: "wenze-person-1", ...taken, ...view }, null, 2);
  return {
    type: "done",
    answer: {
      name: personArchive(person.name),
      stream: zipOf([
        { name: personFile.html, text: html },
        { name: personFile.json, text: json },
      ]),
    },
  };
}
