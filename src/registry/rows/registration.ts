// Who registered something in the registry, when, and where it came from.

/** `source` is `entered`, or `import:` and the import's id; `by` is null for what came with a first load. */
export type Registration = { by: string | null; name: string; at: string; source: string };
