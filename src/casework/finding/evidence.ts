// Files that prove something: the shape in which acts name them, and the refusal of one that is not whole in the store.
import { z } from "zod";
import type { Refusal } from "#law/refusal.ts";
import { refusal, shortText } from "../act.ts";
import type { Context } from "../act.ts";
import type { Case } from "../case.ts";
import type { Evidence } from "../events.ts";
import { fileIdInvalid } from "../words/input-words.ts";
import { noSuchFile } from "./finding-words.ts";

export const evidenceShape = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/u, fileIdInvalid),
  name: shortText,
  size: z.int().positive(),
  mediaType: shortText,
});

/** One refusal for each file that has not been uploaded whole; `field` is where the form holds the list. */
export function refusalsOfFiles(
  files: readonly Evidence[],
  context: Pick<Context<"files">, "law" | "today" | "registry">,
  basis: string,
  field = "evidence",
): Refusal[] {
  return files.flatMap((file, index) =>
    context.registry.files[file.sha256]?.size === file.size
      ? []
      : [refusal(context, "no-such-file", noSuchFile(file.name), basis, `${field}.${index}`)],
  );
}

/** Every file that the case names anywhere. */
export function filesOf(state: Case): Evidence[] {
  const ofSubjects = state.subjects.flatMap(({ appeals, former, items }) => [
    ...appeals,
    ...appeals.flatMap(({ examined }) => examined ?? []),
    ...former.map(({ by }) => by),
    ...Object.values(items).flatMap(({ completed }) => (completed === null ? [] : [completed])),
  ]);
  const onPaper = state.paper === null ? [] : [state.paper];
  return [...onPaper, ...state.facts, ...state.deliberations, ...state.answers, ...ofSubjects].flatMap(
    ({ evidence }) => evidence,
  );
}
