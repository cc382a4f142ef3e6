// What a command of the command line is.
export type Command = {
  /** What is typed to call it: `law check` is two words. */
  words: readonly string[];
  usage: string;
  summary: { zh: string; en: string };
  /** Answers with the exit status. */
  run: (args: string[]) => Promise<number>;
};
