// Faults of the machine, told to the operator without anything a person typed or is known by.
import { faultIn } from "./words.ts";

/** Writes the kinds of the fault and of what caused it, and where in our code it arose; never a message, which may quote a row or a field. */
export function reportFault(where: string, error: unknown): void {
  const frames =
    error instanceof Error
      ? (error.stack ?? "")
          .split("\n")
          .filter((line) => /^\s+at /u.test(line))
          .slice(0, 8)
      : [];
  process.stderr.write(faultIn(where, kindsOf(error), frames));
}

/** Such as `DatabaseAway DATABASE_AWAY`, `Error ECONNREFUSED`. */
function kindsOf(error: unknown): string[] {
  const kinds: string[] = [];
  for (let one = error; one !== undefined && kinds.length < 8; one = one instanceof Error ? one.cause : undefined) {
    const kind = one instanceof Error ? one.name : typeof one;
    const code =
      typeof one === "object" && one !== null && "code" in one && typeof one.code === "string" ? one.code : "";
    kinds.push(`${kind} ${code}`.trim());
  }
  return kinds;
}
