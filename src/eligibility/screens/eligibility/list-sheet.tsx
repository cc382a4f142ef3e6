// A list in a file, answered as a sheet: how much of it has come, a way to stop it, and what was wrong with it.
import { useMutation } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useEffect, useRef, useState } from "react";
import { z } from "zod";
import { streams } from "#server/contract/streams.ts";
import { shownHeaders, streamPath } from "#web/client.ts";
import { m } from "#web/paraglide/messages.js";
import { sizeText } from "#web/frame/size.ts";
import type { Question } from "./eligibility.tsx";

export type ListAsked = Omit<Question, "names"> & { toLevel: string | null; file: File };

/** Begins as soon as it is shown. */
export function ListSheet({ asked }: { asked: ListAsked }) {
  const [come, setCome] = useState(0);
  const stop = useRef<AbortController | null>(null);
  const answering = useMutation({
    mutationFn: async (one: ListAsked) => {
      const controller = new AbortController();
      stop.current = controller;
      setCome(0);
      return download(one, controller.signal, setCome);
    },
  });
  const { mutate } = answering;
  useEffect(() => {
    mutate(asked);
    return () => stop.current?.abort();
  }, [asked, mutate]);
  if (answering.isPending)
    return (
      <div className="form-buttons">
        <output>
          {come === 0 ? m.list_reading({ name: asked.file.name }) : m.list_coming({ size: sizeText(come) })}
        </output>
        <Button onClick={() => stop.current?.abort()}>{m.list_stop()}</Button>
      </div>
    );
  if (answering.isError) return <Alert type="error" role="alert" title={answering.error.message} />;
  return answering.isSuccess ? <output>{m.list_done({ name: asked.file.name, size: sizeText(come) })}</output> : null;
}

async function download(asked: ListAsked, signal: AbortSignal, onCome: (bytes: number) => void): Promise<void> {
  const { method, path } = streams.answerList;
  const question = new URLSearchParams({ purpose: asked.purpose });
  if (asked.date !== null) question.set("date", asked.date);
  if (asked.year !== null) question.set("year", String(asked.year));
  if (asked.toLevel !== null) question.set("toLevel", asked.toLevel);
  const answer = await fetch(`${streamPath(path)}?${question}`, {
    method,
    body: asked.file,
    headers: { ...shownHeaders(), "content-type": "application/octet-stream" },
    signal,
  }).catch(() => null);
  if (answer === null) throw new Error(signal.aborted ? m.list_stopped() : m.failure_network());
  if (!answer.ok || answer.body === null) {
    const reply: unknown = await answer.json().catch(() => null);
    throw new Error(messageIn(reply));
  }
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let come = 0;
  const reader = answer.body.getReader();
  for (;;) {
    const next = await reader.read().catch(() => null);
    if (next === null) throw new Error(signal.aborted ? m.list_stopped() : m.list_broken());
    if (next.done) break;
    parts.push(next.value);
    come += next.value.length;
    onCome(come);
  }
  const address = URL.createObjectURL(new Blob(parts));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${m.export_name()}-${asked.date ?? asked.year ?? ""}.xlsx`;
  link.click();
  URL.revokeObjectURL(address);
}

const problem = z.object({
  message: z.string().min(1),
  data: z.object({ issues: z.array(z.object({ message: z.string() })).default([]) }).default({ issues: [] }),
});

/** What the server says of the file, of a refusal, or of its own trouble. */
function messageIn(reply: unknown): string {
  const read = problem.safeParse(reply);
  if (!read.success) return m.failure_other();
  const { issues } = read.data.data;
  return issues.length === 0 ? read.data.message : issues.map(({ message }) => message).join("；");
}
