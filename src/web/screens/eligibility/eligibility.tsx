// 任职资格核查: one person or a list, a purpose and a date or year; an answer for every line with article and last barred day.
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { z } from "zod";
import type { questionInput } from "#api/eligibility.ts";
import { api, client } from "../../client.ts";
import { useLaw } from "../../law.ts";
import { m } from "../../paraglide/messages.js";
import { Failure } from "../../parts/failure.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { useUrlState } from "../../parts/url-state.ts";
import { Waiting } from "../../parts/waiting.tsx";
import { QuestionForm } from "./question-form.tsx";
import { Reply } from "./reply.tsx";

export type Question = z.input<typeof questionInput>;

export function Eligibility() {
  const law = useLaw();
  const url = useUrlState();
  const personId = url.one("person");
  const person = useQuery(api.registry.person.queryOptions({ input: { personId }, enabled: personId !== "" }));
  const [asked, setAsked] = useState<Question | null>(null);
  const asking = useMutation({ mutationFn: (question: Question) => client.eligibility.ask(question) });
  const ask = (question: Question) => {
    setAsked(question);
    asking.mutate(question);
  };
  const choose = (row: number, chosen: string) => {
    if (asked !== null)
      ask({
        ...asked,
        names: asked.names.map((name, index) => (index === row ? { ...name, personId: chosen } : name)),
      });
  };
  if (personId !== "" && person.isPending) return <Waiting />;
  return (
    <>
      <PageHeader title={m.menu_eligibility()} />
      {person.error === null ? null : <Failure error={person.error} />}
      <QuestionForm law={law} person={person.data?.person ?? null} waiting={asking.isPending} onAsk={ask} />
      {asking.error === null ? null : <Failure error={asking.error} />}
      {asking.data === undefined || asked === null ? null : (
        <Reply reply={asking.data} question={asked} law={law} onChoose={choose} />
      )}
    </>
  );
}
