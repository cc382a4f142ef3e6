// The separate verifier, run in this process: it shares no code with what it verifies, and no types either.

export type LogWalk = { line: (text: string) => void; end: () => string[]; entries: number; countersigned: number };
type Trust = { key?: string | null; countersigners?: readonly string[]; kept?: readonly unknown[] };

const { LogWalk: Walk } = (await import(new URL("../verify/log.mjs", import.meta.url).href)) as {
  LogWalk: new (trust: Trust) => LogWalk;
};
export const { proofFaults } = (await import(new URL("../verify/checkpoints.mjs", import.meta.url).href)) as {
  proofFaults: (proof: unknown, trust: { key: string | null; countersigners: readonly string[] }) => string[];
};

/** Every fault of an exported log. */
export function faultsOf(exported: Uint8Array, trust: Trust = {}): string[] {
  const walk = new Walk(trust);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(exported);
  } catch {
    return ["is no UTF-8"];
  }
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  for (const line of lines) walk.line(line);
  return walk.end();
}
