// What is said of a list that is too long.

// ../contract.ts
export const listedTooMany = (most: number): string => `名单超过 ${most} 人，请分成几次`;

// ../uses/list-file.ts
export const peopleTooMany = (row: number, most: number): string => `第${row}行起超过${most}人，请拆分成几次`;
