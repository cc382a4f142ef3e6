// The signs of numbers and of lengths of time, and how texts put them together.

export const fullWidthZero = "０".charCodeAt(0);
export const digits: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
export const weights: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** The signs of one number, for a regular expression. */
export const numberSigns = "[〇零一二两三四五六七八九十百千\\d０-９]+";
/** A sign before a number that makes it a part of another. */
export const signBefore = /[第〇零一二两三四五六七八九十百千\d]/u;

export const rangePattern = new RegExp(
  `(${numberSigns})(年半|年|个月)?(?:至|到|—|－|-|~|～)(${numberSigns})(年半|年(?!度)|个月)`,
  "uy",
);
export const yearsAndMonthsPattern = new RegExp(`(${numberSigns})年(?:零|又)?(${numberSigns})个月`, "uy");
export const lengthPattern = new RegExp(`(${numberSigns})(年半|年(?![度级代份])|个月)(?!${numberSigns}月)`, "uy");

export const yearUnit = "年";
export const monthUnit = "个月";
export const yearAndHalfUnit = "年半";
