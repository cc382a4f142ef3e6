// A refusal is an answer: it says what is not possible and where that is written.
import type { Citation, Sentence } from "./citation.ts";

/**
 * `source` is null only where no text forbids the thing and it is impossible in itself (a missing
 * field, an unknown name). `field` names the input that was refused.
 */
export type Refusal = { code: string; message: Sentence; source: Citation | null; field?: string };
