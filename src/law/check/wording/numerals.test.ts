// Numbers and lengths of time, each as some text writes it.
import assert from "node:assert/strict";
import test from "node:test";
import { numeral } from "../../text/text.ts";
import { numberOf, periodsIn } from "./numerals.ts";

test("Numbers are read in Chinese and Arabic signs, and written again as articles are numbered", () => {
  const numbers: [string, number][] = [
    ["三", 3],
    ["两", 2],
    ["十", 10],
    ["十五", 15],
    ["二十", 20],
    ["四十八", 48],
    ["一百", 100],
    ["一百零一", 101],
    ["一百一十", 110],
    ["一百一十二", 112],
    ["二百三十", 230],
    ["一千零八十四", 1084],
  ];
  for (const [signs, value] of numbers) {
    assert.equal(numberOf(signs), value, signs);
    if (signs !== "两") assert.equal(numeral(value), signs);
  }
  assert.equal(numberOf("6"), 6);
  assert.equal(numberOf("１８"), 18);
  assert.equal(numberOf("几"), null);
});

test("Lengths of time are read in every way in which texts write them", () => {
  const words = [
    { words: "当年", for: "year" },
    { words: "半年", for: "P6M" },
  ];
  const read = (text: string): string =>
    periodsIn(text, words)
      .map((period) => period.for)
      .join();
  const texts: [string, string][] = [
    ["一年内不得提拔", "P12M"],
    ["1年内不得提拔", "P12M"],
    ["１８个月内不得提拔", "P18M"],
    ["一年六个月内不得提拔", "P18M"],
    ["一年半内不得提拔", "P18M"],
    ["半年内不得提拔", "P6M"],
    ["停职检查三至六个月", "P3M,P6M"],
    ["停职检查三个月至六个月", "P3M,P6M"],
    ["期限为6-12个月", "P6M,P12M"],
    ["六个月至一年", "P6M,P12M"],
    ["一至二年内", "P12M,P24M"],
    ["二十一年", "P252M"],
    ["取消当年评优资格，一年内不得提拔，两年内不得重用", "year,P12M,P24M"],
    ["自2019年4月25日起施行", ""],
    ["二〇一九年四月", ""],
    ["一个年度内三人次以上", ""],
    ["三日内送达", ""],
    ["第一年", ""],
  ];
  for (const [text, periods] of texts) assert.equal(read(text), periods, text);
});
