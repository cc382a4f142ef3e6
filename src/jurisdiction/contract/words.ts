// What is wrong with an input about the authority table or the calendar.

// authority.ts
export const documentNumberMissing = "请填写";

// calendar.ts
export const yearMissing = "请填写年度";
export const yearOutOfRange = "年度应在2000至2100年";
export const noticeMissing = "请填写通知的文号";
export const noticeTooLong = "不超过200字";
