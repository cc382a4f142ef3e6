// The words of a pasted list and of a row's place.

// ../contract.ts
export const listMissing = "请粘贴名单";
export const listTooLong = "内容过长，请改用文件导入";

// import-row.ts
export const rowOfSheet = (sheet: number, row: number): string => `表${sheet}第${row}行`;

// ../uses/cell-values.ts: the cells of yes and no
export const yesWord = "是";
export const noWord = "否";
