// What an endpoint of files says of its address.

// streams.ts
export const yearMissing = "请填写年度";
