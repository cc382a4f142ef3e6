// One case, or one person's whole record, as a file for the archive: JSON, the same to read, and the evidence. Logged as an export.
import type { Readable } from "node:stream";
import { actNames } from "#casework/acts.ts";
import type { Actor } from "#casework/actor.ts";
import { filesOf } from "#casework/finding/evidence.ts";
import { stageNames } from "#casework/stages.ts";
import { renderHtml } from "#files/render/html.ts";
import { zipOf } from "#files/render/zip.ts";
import { caseRecord, personRecord } from "../rules/archive-record.ts";
import { namesOfAccounts } from "#accounts/rows/accounts.ts";
import { inRetriedTransaction } from "#database/database.ts";
import { readBytes } from "../rows/evidence.ts";
import { notFound } from "#kernel/answer.ts";
import type { Found } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { accountsIn } from "./matter-view.ts";
import { viewPerson } from "#registry/uses/person-view.ts";
import { isReadable, loadFor } from "./readable.ts";
import { recordLine } from "#kernel/uses/record.ts";
import { localTimeOf, nowOf } from "#kernel/time.ts";

export type Archived = { name: string; stream: Readable };
const purpose = "归档";
const acts: Readonly<Record<string, { zh: string }>> = actNames;

/** Null when it is not there, is no case, or is not for this reader. */
export async function archiveCase(app: App, actor: Actor, matterId: string): Promise<Found<Archived>> {
  const read = await inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const found = await loadFor(trx, actor, matterId, "read");
    const readable = found !== null && found.matter.kind === "case" && isReadable(actor, found);
    const serial = await recordLine(app, trx, actor, {
      kind: readable ? "export" : "refusal",
      what: "export-case",
      outcome: readable ? "done" : "refused",
      body: { matterId, exists: found !== null, purpose },
    });
    if (!readable || found.matter.kind !== "case") return null;
    const accounts = await namesOfAccounts(trx, accountsIn(found.history));
    return { matter: found.matter, history: found.history, accounts, serial };
  });
  if (read === null) return notFound;
  const { matter, history, accounts, serial } = read;
  const files = [...new Map(filesOf(matter).map((file) => [file.sha256, file])).values()];
  const subjects = matter.subjects.map(({ subject }) => [subject.id, subject.name] as const);
  const taken = { by: actor.name, at: localTimeOf(nowOf(app)), purpose, serial };
  const html = renderHtml(
    caseRecord(
      {
        jurisdiction: app.jurisdictionName,
        number: matter.number,
        title: matter.title,
        stage: stageNames[matter.stage].zh,
        steps: history.map(({ at, act, actorName, event }) => ({
          at: localTimeOf(at),
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
    { name: "案件.html", text: html },
    { name: "案件.json", text: json },
    ...files.map((file, index) => ({
      name: `证据材料/${String(index + 1).padStart(3, "0")}-${file.name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, "_")}`,
      open: async () => {
        const bytes = await readBytes(app.dataFolder, file.sha256);
        if (bytes === null) throw new Error(`evidence ${file.sha256} is recorded but its bytes are gone`);
        return bytes.stream;
      },
    })),
  ]);
  return { type: "done", answer: { name: `${matter.number}.zip`, stream } };
}

/** All that this reader may see of a person, as on the person's page. Null as there. */
export async function archivePerson(app: App, actor: Actor, personId: string): Promise<Found<Archived>> {
  const viewed = await viewPerson(app, actor, { personId });
  if (viewed.type === "not-found") return notFound;
  const view = viewed.answer;
  const serial = await inRetriedTransaction(app.database, scopeOf(app, actor.accountId), (trx) =>
    recordLine(app, trx, actor, {
      kind: "export",
      what: "export-person",
      outcome: "done",
      body: { personId, purpose },
    }),
  );
  const taken = { by: actor.name, at: localTimeOf(nowOf(app)), purpose, serial };
  const { person, formerNames, posts, grades, honours, measures, sanctions, consents, restrictions, cases } = view;
  const html = renderHtml(
    personRecord(
      {
        jurisdiction: app.jurisdictionName,
        name: person.name,
        pairs: [
          ["姓名", person.name],
          ["单位", person.organizationName],
          ["职务", person.post ?? ""],
          ["身份证号", person.idNumberMasked],
        ],
      },
      [
        { heading: "曾用名", rows: formerNames },
        { heading: "任职", rows: posts },
        { heading: "年度考核", rows: grades },
        { heading: "荣誉", rows: honours },
        { heading: "问责方式", rows: measures.map(({ name, ...one }) => ({ ...one, measure: name.zh })) },
        { heading: "党纪政务处分", rows: sanctions.map(({ name, ...one }) => ({ ...one, sanction: name.zh })) },
        { heading: "重新任用同意", rows: consents },
        { heading: "限制", rows: restrictions },
        { heading: "案件", rows: cases },
      ],
      taken,
    ),
  );
  const json = JSON.stringify({ format: "wenze-person-1", ...taken, ...view }, null, 2);
  return {
    type: "done",
    answer: {
      name: `${person.name}-个人问责记录.zip`,
      stream: zipOf([
        { name: "个人记录.html", text: html },
        { name: "个人记录.json", text: json },
      ]),
    },
  };
}
