// Faults of the machine, told to the operator without anything a person typed or is known by.

/** Writes the kind of the fault and where in our code it arose; never its message, which may quote a row or a field. */
export function reportFault(where: string, error: unknown): void {
  const kind = error instanceof Error ? error.name : typeof error;
  const code =
    typeof error === "object" && error !== null && "code" in error && typeof error.code === "string"
      ? ` ${error.code}`
      : "";
  const frames =
    error instanceof Error
      ? (error.stack ?? "")
          .split("\n")
          .filter((line) => /^\s+at /u.test(line))
          .slice(0, 8)
      : [];
  process.stderr.write(`系统错误 fault in ${where}: ${kind}${code}\n${frames.join("\n")}\n`);
}
