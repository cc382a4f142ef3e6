// A document for the archive as one HTML file that needs nothing else: readable on any machine, now and in thirty years.
import type { ArchiveBlock, ArchiveDocument } from "#matters/rules/archive-record.ts";

export function renderHtml({ title, blocks }: ArchiveDocument): string {
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    `<title>${escaped(title)}</title><style>${style}</style></head><body>`,
    `<h1>${escaped(title)}</h1>`,
    ...blocks.map(blockOf),
    "</body></html>\n",
  ].join("\n");
}

function blockOf(block: ArchiveBlock): string {
  const rows =
    block.type === "pairs"
      ? block.pairs.map(([label, text]) => `<tr><th scope="row">${escaped(label)}</th><td>${escaped(text)}</td></tr>`)
      : [
          `<tr>${block.columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join("")}</tr>`,
          ...block.rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`),
        ];
  return `<h2>${escaped(block.heading)}</h2>\n<table>\n${rows.join("\n")}\n</table>`;
}

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (sign) => signs[sign] ?? sign);
}

const style =
  "body{font-family:'Noto Sans SC','Microsoft YaHei',sans-serif;margin:2em auto;max-width:60em;line-height:1.6}" +
  "table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3em .6em;text-align:left;vertical-align:top;white-space:pre-wrap}";
