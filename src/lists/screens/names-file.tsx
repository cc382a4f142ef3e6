// A list of names read from a file into the grid below, where it can be looked through and changed before it is sent.
import { useMutation } from "@tanstack/react-query";
import { Alert } from "antd";
import { useRef } from "react";
import { streams } from "#server/contract/streams.ts";
import { m } from "#web/paraglide/messages.js";
import { readBy } from "#web/read-file.ts";
import { namesRead } from "../contract.ts";
import type { NameList } from "../rules/listed-names.ts";

export function NamesFile({ onRead }: { onRead: (list: NameList) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const reading = useMutation({ mutationFn: listIn, onSuccess: onRead });
  return (
    <p>
      <label htmlFor="names-file">{m.names_file()}</label>{" "}
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
      {reading.data === undefined ? null : <output>{m.names_file_read({ count: reading.data.people.length })}</output>}
      {reading.error === null ? null : <Alert type="error" role="alert" title={reading.error.message} />}
    </p>
  );
}

async function listIn(file: File): Promise<NameList> {
  return namesRead.parse(await readBy(streams.readNames, file));
}
