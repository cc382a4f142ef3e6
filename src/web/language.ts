// The language of the screens: Chinese until the reader chooses English; the choice stays in this browser.
import enUS from "antd/es/locale/en_US";
import zhCN from "antd/es/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn.js";
import type { Sentence } from "#law/text/citation.ts";
import { getLocale, setLocale } from "./paraglide/runtime.js";

export type Language = "zh-CN" | "en";

export function language(): Language {
  return getLocale() === "en" ? "en" : "zh-CN";
}

/** Keeps the choice and loads the page again, so that everything on it changes at once. */
export function chooseLanguage(chosen: Language): void {
  void setLocale(chosen);
}

/** The words of a sentence in the reader's language. */
export function textOf(sentence: Sentence): string {
  return language() === "en" ? sentence.en : sentence.zh;
}

/** Names one after another: 甲、乙 or A, B. */
export function listed(names: readonly string[]): string {
  return names.join(language() === "en" ? ", " : "、");
}

/** Words with more of them in brackets: 甲（乙） or A (B). */
export function withAside(words: string, more: string): string {
  return language() === "en" ? `${words} (${more})` : `${words}（${more}）`;
}

/** A name and what it is: 甲：乙 or A: B. */
export function named(name: string, words: string): string {
  return language() === "en" ? `${name}: ${words}` : `${name}：${words}`;
}

/** What the library of components says by itself (calendar, empty lists, required fields), in the reader's language. */
export function componentLanguage(): typeof zhCN {
  dayjs.locale(language() === "en" ? "en" : "zh-cn");
  return language() === "en" ? enUS : zhCN;
}
