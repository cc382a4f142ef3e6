// Evidence files in a form: each is uploaded as soon as it is chosen, and then referred to by its content's address.
import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Input, Select } from "antd";
import { useRef } from "react";
import { z } from "zod";
import { evidenceLimit, streams, uploaded } from "#server/contract/streams.ts";
import type { Evidence } from "#casework/events.ts";
import type { Law } from "#law/compile/law.ts";
import { shownHeaders, streamPath } from "../client.ts";
import { language, named, textOf } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { sizeText } from "../frame/size.ts";
import { busy } from "../frame/busy.tsx";
import "./evidence-field.css";

/** With its kind and origin, where the form asks for them. */
export type FieldFile = Evidence & { kind?: string; obtainedFrom?: string | null };

/** With a law, each file is asked for its kind and origin, as the register of evidence needs them. */
type Props = { law?: Law; id?: string; value?: FieldFile[]; onChange?: (files: FieldFile[]) => void };

export function EvidenceField({ law, id, value = [], onChange }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const uploading = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const stored: Evidence[] = [];
      for (const file of files) stored.push(await upload(file));
      return stored;
    },
    onSuccess: (stored) =>
      onChange?.([...value, ...stored.filter((one) => !value.some((other) => other.sha256 === one.sha256))]),
    onSettled: () => {
      if (input.current !== null) input.current.value = "";
    },
  });
  const change = (file: FieldFile, to: Partial<FieldFile>) =>
    onChange?.(value.map((one) => (one.sha256 === file.sha256 ? { ...one, ...to } : one)));
  return (
    <div className="evidence-field">
      <input
        id={id}
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        multiple
        disabled={uploading.isPending}
        onChange={(event) => {
          if (event.target.files !== null && event.target.files.length > 0)
            uploading.mutate(Array.from(event.target.files));
        }}
      />
      <Button loading={busy(uploading.isPending)} onClick={() => input.current?.click()}>
        {m.evidence_choose()}
      </Button>{" "}
      <span className="quiet">{m.evidence_limit({ size: sizeText(evidenceLimit) })}</span>
      {uploading.isPending ? <output>{m.evidence_uploading()}</output> : null}
      {uploading.isError ? <Alert type="error" role="alert" title={uploading.error.message} /> : null}
      <ul>
        {value.map((file) => (
          <li key={file.sha256}>
            {file.name} <span className="quiet">{sizeText(file.size)}</span>{" "}
            <Button
              size="small"
              aria-label={m.evidence_remove_named({ name: file.name })}
              onClick={() => onChange?.(value.filter((one) => one.sha256 !== file.sha256))}
            >
              {m.remove()}
            </Button>
            {law === undefined ? null : (
              <div className="form-row">
                <Select
                  aria-label={m.evidence_kind_of({ name: file.name })}
                  placeholder={m.evidence_kind()}
                  value={file.kind ?? null}
                  onChange={(kind: string) => change(file, { kind })}
                  options={law.vocabulary.evidence.map(({ id: kind, name }) => ({ value: kind, label: textOf(name) }))}
                />
                <Input
                  aria-label={m.evidence_from_of({ name: file.name })}
                  placeholder={m.evidence_from()}
                  maxLength={200}
                  value={file.obtainedFrom ?? ""}
                  onChange={({ target }) =>
                    change(file, { obtainedFrom: target.value.trim() === "" ? null : target.value })
                  }
                />
              </div>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

async function upload(file: File): Promise<Evidence> {
  if (file.size > evidenceLimit)
    throw new Error(m.evidence_too_large({ name: file.name, size: sizeText(evidenceLimit) }));
  if (file.size === 0) throw new Error(m.evidence_empty({ name: file.name }));
  const { method, path } = streams.uploadEvidence;
  const answer = await fetch(streamPath(path), {
    method,
    body: file,
    headers: { ...shownHeaders(), "content-type": "application/octet-stream" },
  }).catch(() => null);
  if (answer === null || !answer.ok) throw new Error(await whyNot(file.name, answer));
  const { sha256, size } = uploaded.parse(await answer.json());
  return {
    sha256,
    size,
    name: file.name.slice(-200),
    mediaType: file.type === "" ? "application/octet-stream" : file.type,
  };
}

/** What the server says of it, where it says something; what it says is in Chinese. */
async function whyNot(name: string, answer: Response | null): Promise<string> {
  const said = problem.safeParse(await answer?.json().catch(() => null));
  return said.success && language() === "zh-CN" ? named(name, said.data.message) : m.evidence_failed({ name });
}

const problem = z.object({ message: z.string() });
