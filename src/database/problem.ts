// What keeps the store from opening or working, said in one sentence a person can act on.
import type { Sentence } from "#law/text/citation.ts";

export type StoreProblemCode =
  | "folder-in-use"
  | "folder-unwritable"
  | "cannot-reach-database"
  | "wrong-credentials"
  | "database-too-old"
  | "rights-missing"
  | "engine-mismatch"
  | "settings-unsafe"
  | "schema-newer"
  | "schema-older"
  | "not-begun"
  | "begun-already"
  | "restore-unfinished"
  | "keys-unreadable"
  | "keys-missing"
  | "keys-other";

/** A broken or unusable machine, not a refusal by law. `sentence` is meant to be shown as it is. */
export class StoreProblem extends Error {
  readonly code: StoreProblemCode;
  readonly sentence: Sentence;

  constructor(code: StoreProblemCode, sentence: Sentence, cause?: unknown) {
    super(`${sentence.zh}\n${sentence.en}`, cause === undefined ? undefined : { cause });
    this.name = "StoreProblem";
    this.code = code;
    this.sentence = sentence;
  }
}
