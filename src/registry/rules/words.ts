// What is wrong with an input about persons and organizations.

// ../contract.ts
export const reasonsMissing = "请填写理由";
export const documentNumberMissing = "请填写文号";
export const relationMissing = "请填写关系，如配偶、父亲";
export const relativeNameMissing = "请填写近亲属的姓名";
