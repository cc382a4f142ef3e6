// An official text read from a file into the form, where it can be looked through before it is loaded.
import { useMutation } from "@tanstack/react-query";
import { Alert, Form } from "antd";
import { useRef } from "react";
import { streams, textRead } from "#server/contract/streams.ts";
import { m } from "#web/paraglide/messages.js";
import { readBy } from "#web/read-file.ts";

export function TextFile({ onText }: { onText: (text: string, fileName: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const reading = useMutation({
    mutationFn: textIn,
    onSuccess: (text, file) => onText(text, file.name),
  });
  return (
    <Form.Item label={m.official_text_file()} htmlFor="official-text-file" extra={m.official_text_file_extra()}>
      <input
        id="official-text-file"
        ref={field}
        type="file"
        accept=".docx,.txt"
        disabled={reading.isPending}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) reading.mutate(file);
          // The same file chosen again is read again.
          if (field.current !== null) field.current.value = "";
        }}
      />
      {reading.data === undefined ? null : <output>{m.official_text_read({ count: reading.data.length })}</output>}
      {reading.error === null ? null : <Alert type="error" role="alert" title={reading.error.message} />}
    </Form.Item>
  );
}

async function textIn(file: File): Promise<string> {
  return textRead.parse(await readBy(streams.readOfficialText, file)).text;
}
