// What is said about faulty packs.

// problem-lines.ts
export const moreProblems = (pack: string, count: number): string =>
  `${pack}：另有 ${count} 处未列出（全部列出：wenze law check --all） ${count} more, listed by --all`;
export const mendLine = (mend: string): string => `    改法：${mend}`;

// regulations.ts
export const noSuchRegulation = (id: string): string => `regulations/${id}: 没有这部法规 There is no such regulation`;
