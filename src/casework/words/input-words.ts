// What is wrong with a field of an act's input, where it is the same in several acts.
export const fillIn = "请填写";
export const choose = "请选择";
export const chooseSubjects = "请选择问责对象";
export const tooLong = (characters: number): string => `不超过${characters}字`;
export const noSuchDay = "日期不存在，请按 2026-01-31 的格式填写";
export const dayTooEarly = "日期早于1900年，请核对";
export const fileIdInvalid = "文件标识无效，请重新上传";
