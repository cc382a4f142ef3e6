// What is wrong with an input about the log.
export const textMissing = "请填写";
export const textTooLong = "不超过500字";
