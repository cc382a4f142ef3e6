// Beginning an import: what it is of, the template, then a file or a pasted list.
import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Form, Input, Radio } from "antd";
import { useRef, useState } from "react";
import { useNavigate } from "react-router";
import { importBegun, importLimit, streams } from "#server/contract/streams.ts";
import { columnsOf, importKinds } from "../rules/import-column-names.ts";
import type { ImportKind } from "../rules/import-column-names.ts";
import { client, shownHeaders, streamPath } from "#web/client.ts";
import { newKey } from "#web/idempotency-key.ts";
import { m } from "#web/paraglide/messages.js";
import { busy } from "#web/frame/busy.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { sizeText } from "#web/frame/size.ts";
import { kindName } from "./import-words.ts";

export function BeginImport() {
  const [kind, setKind] = useState<ImportKind>("persons");
  const [key, setKey] = useState(newKey);
  const [text, setText] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const open = (importId: string) => navigate(`/imports/${encodeURIComponent(importId)}`);
  const sending = useMutation({
    mutationFn: (file: File) => upload(kind, file),
    onSuccess: open,
    onSettled: () => {
      if (input.current !== null) input.current.value = "";
    },
  });
  const pasting = useMutation({
    mutationFn: () => client.imports.paste({ key, kind, text }),
    onSuccess: ({ importId }) => open(importId),
  });
  const required = columnsOf(kind)
    .filter((column) => column.required === true)
    .map(({ heading }) => heading);
  return (
    <Form layout="vertical" className="act-form" component="div">
      <Form.Item label={m.import_kind()}>
        <Radio.Group
          value={kind}
          onChange={({ target }) => setKind(target.value as ImportKind)} // one of the options
          options={importKinds.map((value) => ({ value, label: kindName(value) }))}
        />
      </Form.Item>
      <p>
        <Button href={streamPath(streams.importTemplate.path, { kind })} download>
          {m.import_template({ kind: kindName(kind) })}
        </Button>{" "}
        <span className="quiet">{m.import_required({ columns: required.join("、") })}</span>
      </p>
      <Form.Item label={m.import_file()} htmlFor="import-file">
        <input
          id="import-file"
          ref={input}
          type="file"
          className="visually-hidden"
          tabIndex={-1}
          accept=".xlsx,.xls,.lrmx,.lrm,.txt,.csv"
          disabled={sending.isPending}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) sending.mutate(file);
          }}
        />
        <Button type="primary" loading={busy(sending.isPending)} onClick={() => input.current?.click()}>
          {m.import_choose()}
        </Button>{" "}
        <span className="quiet">{m.import_formats({ size: sizeText(importLimit) })}</span>
      </Form.Item>
      {sending.isError ? <Alert type="error" role="alert" title={sending.error.message} /> : null}
      <Form.Item label={m.import_paste()} htmlFor="import-text" extra={m.import_paste_extra()}>
        <Input.TextArea
          id="import-text"
          rows={5}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            setKey(newKey());
          }}
        />
      </Form.Item>
      {pasting.error === null ? null : <Failure error={pasting.error} />}
      <Button disabled={text.trim() === ""} loading={busy(pasting.isPending)} onClick={() => pasting.mutate()}>
        {m.import_paste_send()}
      </Button>
    </Form>
  );
}

async function upload(kind: ImportKind, file: File): Promise<string> {
  if (file.size > importLimit) throw new Error(m.evidence_too_large({ name: file.name, size: sizeText(importLimit) }));
  const { method, path } = streams.uploadImport;
  const asked = new URLSearchParams({ kind, name: file.name.slice(-200) });
  const answer = await fetch(`${streamPath(path)}?${asked.toString()}`, {
    method,
    body: file,
    headers: { ...shownHeaders(), "content-type": "application/octet-stream" },
  }).catch(() => null);
  if (answer === null) throw new Error(m.evidence_failed({ name: file.name }));
  const told: unknown = await answer.json().catch(() => null);
  if (answer.ok) return importBegun.parse(told).importId;
  const message = typeof told === "object" && told !== null && "message" in told ? String(told.message) : "";
  throw new Error(message === "" ? m.evidence_failed({ name: file.name }) : message);
}
