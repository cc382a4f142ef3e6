// The fonts that letters are set in, from npm alone: Noto Serif SC and Noto Sans SC (SIL Open Font License 1.1). They hold the rarer characters of names too.
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);

/** Regular stands for 仿宋, SemiBold for 小标宋; the sans for 黑体. An office that has the named fonts gets them in the Word file. */
export function fontFolders(): string[] {
  const serif = path.dirname(require.resolve("@expo-google-fonts/noto-serif-sc/package.json"));
  const sans = path.dirname(require.resolve("@expo-google-fonts/noto-sans-sc/package.json"));
  return [path.join(serif, "400Regular"), path.join(serif, "600SemiBold"), path.join(sans, "500Medium")];
}
