// A reply letter as PDF or Word, from what was frozen when it was drafted. Taking it out is logged as an export.
import type { Actor } from "#casework/actor.ts";
import { renderDocx } from "#files/render/docx.ts";
import { renderPdf } from "#files/render/pdf.ts";
import { replyLetter, revocationNotice } from "../rules/reply-letter.ts";
import type { ReplyLetter } from "../rules/reply-letter.ts";
import type { OfficialLetter } from "../rules/official-letter.ts";
import { inRetriedTransaction } from "#database/database.ts";
import type { StoredLetter } from "../rows/reply-letters.ts";
import { notFound } from "#kernel/answer.ts";
import type { Found } from "#kernel/answer.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { recordLine } from "#kernel/uses/record.ts";
import { replyTemplate, revocationTemplate } from "./letter-templates.ts";
import { readableLetter } from "./reply-letters.ts";
import { draftMark, endMarks } from "./words.ts";

export type LetterFile = "letter.pdf" | "letter.docx" | "revocation.pdf" | "revocation.docx";

/** Not found when the reader may not see the letter, or it has no notice because it was not revoked. */
export async function letterFile(
  app: App,
  actor: Actor,
  letterId: string,
  file: LetterFile,
): Promise<Found<{ name: string; bytes: Uint8Array }>> {
  const letter = await inRetriedTransaction(app.database, scopeOf(app, actor.accountId), async (trx) => {
    const found = await readableLetter(trx, actor, letterId);
    const there = found !== null && (!file.startsWith("revocation") || found.ended === "revoked");
    await recordLine(app, trx, actor, {
      kind: there ? "export" : "refusal",
      what: "export-letter",
      outcome: there ? "done" : "refused",
      body: { letterId, file, number: found?.number ?? null },
    });
    return there ? found : null;
  });
  if (letter === null) return notFound;
  const official = officialLetterOf(letter, file);
  const name = `${official.title}-${letter.number ?? draftMark}.${file.endsWith("pdf") ? "pdf" : "docx"}`;
  return {
    type: "done",
    answer: { name, bytes: await (file.endsWith("pdf") ? renderPdf(official) : renderDocx(official)) },
  };
}

function officialLetterOf(
  { content, number, issuedOn, ended, endedOn }: StoredLetter,
  file: LetterFile,
): OfficialLetter {
  const letter = JSON.parse(content) as ReplyLetter; // as draftLetter froze it
  const issued = number === null || issuedOn === null ? null : { number, on: issuedOn };
  if (file.startsWith("revocation") && issued !== null && endedOn !== null)
    return revocationNotice(revocationTemplate(), letter, { ...issued, revokedOn: endedOn });
  return replyLetter(
    replyTemplate(),
    letter,
    issued,
    ended === null ? (issued === null ? draftMark : "") : endMarks[ended],
  );
}
