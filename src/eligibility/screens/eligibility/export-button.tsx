// The same question again, answered as a spreadsheet.
import { useMutation } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { streams } from "#server/contract/streams.ts";
import { shownHeaders, streamPath } from "#web/client.ts";
import { m } from "#web/paraglide/messages.js";
import type { Question } from "./eligibility.tsx";
import { busy } from "#web/frame/busy.tsx";

export function ExportButton({ question }: { question: Question }) {
  const exporting = useMutation({ mutationFn: download });
  return (
    <span className="export">
      <Button loading={busy(exporting.isPending)} onClick={() => exporting.mutate(question)}>
        {m.export_xlsx()}
      </Button>
      {exporting.isError ? <Alert type="error" role="alert" title={m.export_failed()} /> : null}
    </span>
  );
}

async function download(question: Question): Promise<void> {
  const { method, path } = streams.exportEligibility;
  const answer = await fetch(streamPath(path), {
    method,
    headers: { ...shownHeaders(), "content-type": "application/json" },
    body: JSON.stringify(question),
  });
  if (!answer.ok) throw new Error(`export answered ${answer.status}`);
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = `${m.export_name()}-${question.date ?? question.year ?? ""}.xlsx`;
  link.click();
  URL.revokeObjectURL(address);
}
