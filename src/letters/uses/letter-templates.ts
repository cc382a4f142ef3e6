// The templates of letters from the folder `templates/` at the root, each read and checked once, when the first letter is made of it.
import { readFileSync } from "node:fs";
import path from "node:path";
import { readReplyTemplate, readRevocationTemplate } from "../rules/letter-template.ts";
import type { ReplyTemplate, RevocationTemplate } from "../rules/letter-template.ts";

const folder = path.join(import.meta.dirname, "../../../templates");

let reply: ReplyTemplate | null = null;
let revocation: RevocationTemplate | null = null;

/** Throws with the fault where the file is missing or wrong. */
export function replyTemplate(): ReplyTemplate {
  return (reply ??= read("reply-letter.yaml", readReplyTemplate));
}

/** Throws like `replyTemplate`. */
export function revocationTemplate(): RevocationTemplate {
  return (revocation ??= read("reply-revocation.yaml", readRevocationTemplate));
}

function read<Template>(name: string, reader: (file: string, written: string) => Template): Template {
  return reader(`templates/${name}`, readFileSync(path.join(folder, name), "utf8"));
}
