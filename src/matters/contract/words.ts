// What is wrong with an input about reporters.

// reporters.ts
export const textMissing = "请填写";
export const textTooLong = (longest: number): string => `不超过${longest}字`;
