// Evidence files of the demonstration: small, real, made here. Text as UTF-8, PDF as a minimal document of one page.
import { hash } from "node:crypto";
import type { RegisteredEvidence } from "#casework/events.ts";

export type DemoFile = RegisteredEvidence & { bytes: Uint8Array };

/** A file of that name about these words. PDF cannot hold Chinese without a font, so its page carries only the reference. */
export function evidenceFile(name: string, reference: string, words: string): DemoFile {
  const pdf = name.endsWith(".pdf");
  const bytes = new TextEncoder().encode(
    pdf ? pdfOf(`Demonstration evidence ${reference}`) : `${name}\n（演示材料，${reference}）\n\n${words}\n`,
  );
  return {
    name,
    size: bytes.length,
    kind: /笔录|证言|走访/u.test(name) ? "witness" : /照片|录像/u.test(name) ? "audiovisual" : "documentary",
    obtainedFrom: null,
    mediaType: pdf ? "application/pdf" : "text/plain",
    sha256: hash("sha256", bytes),
    bytes,
  };
}

/** A valid one-page PDF 1.4 with one line of ASCII. */
function pdfOf(line: string): string {
  const stream = `BT /F1 14 Tf 72 770 Td (${line.replaceAll(/[()\\]/gu, " ")}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  return `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
}
