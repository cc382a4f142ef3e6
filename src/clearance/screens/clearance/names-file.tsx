// A list of names read from a file into the field below, where it can be looked through and changed before it is sent.
import { useMutation } from "@tanstack/react-query";
import { Alert, Form } from "antd";
import { useRef } from "react";
import { namesRead, streams } from "#server/contract/streams.ts";
import { streamPath } from "#web/client.ts";
import { m } from "#web/paraglide/messages.js";

export function NamesFile({ onLines }: { onLines: (lines: string[]) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const reading = useMutation({ mutationFn: linesIn, onSuccess: onLines });
  return (
    <Form.Item label={m.names_file()} htmlFor="names-file" extra={m.names_file_extra()}>
      <input
        id="names-file"
        ref={field}
        type="file"
        accept=".xlsx,.xls,.txt,.csv"
        disabled={reading.isPending}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) reading.mutate(file);
          // The same file chosen again is read again.
          if (field.current !== null) field.current.value = "";
        }}
      />
      {reading.data === undefined ? null : <output>{m.names_file_read({ count: reading.data.length })}</output>}
      {reading.error === null ? null : <Alert type="error" role="alert" title={reading.error.message} />}
    </Form.Item>
  );
}

async function linesIn(file: File): Promise<string[]> {
  const { method, path } = streams.readNames;
  const answer = await fetch(streamPath(path), {
    method,
    body: file,
    headers: { "content-type": "application/octet-stream" },
  }).catch(() => null);
  if (answer === null) throw new Error(m.failure_network());
  const reply: unknown = await answer.json().catch(() => null);
  if (answer.ok) return namesRead.parse(reply).lines;
  const message = typeof reply === "object" && reply !== null && "message" in reply ? String(reply.message) : "";
  throw new Error(message === "" ? m.failure_other() : message);
}
