// 任职资格核查: one person or a list, a purpose and a date or year; an answer for every line with article and last barred day.
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { z } from "zod";
import type { questionInput } from "../../contract/eligibility.ts";
import { api, client } from "#web/client.ts";
import { Link } from "react-router";
import type { Law } from "#law/compile/law.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { ExplanationDrawer } from "#web/law/explanation-drawer.tsx";
import type { Why } from "#web/law/explanation-drawer.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { useUrlState } from "#web/frame/url-state.ts";
import type { UrlState } from "#web/frame/url-state.ts";
import { Waiting } from "#web/frame/waiting.tsx";
import { ListSheet } from "./list-sheet.tsx";
import type { ListAsked } from "./list-sheet.tsx";
import { QuestionForm } from "./question-form.tsx";
import { Reply } from "./reply.tsx";

export type Question = z.input<typeof questionInput>;

export function Eligibility() {
  const law = useLaw();
  const url = useUrlState();
  const personId = url.one("person");
  const person = useQuery(api.registry.person.queryOptions({ input: { personId }, enabled: personId !== "" }));
  const [asked, setAsked] = useState<Question | null>(null);
  const [listAsked, setListAsked] = useState<ListAsked | null>(null);
  const asking = useMutation({ mutationFn: (question: Question) => client.eligibility.ask(question) });
  const ask = (question: Question) => {
    setListAsked(null);
    setAsked(question);
    asking.mutate(question);
  };
  const askList = (list: ListAsked) => {
    setAsked(null);
    setListAsked(list);
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
      <PageHeader title={m.menu_eligibility()} beside={<Link to="/honours-check">{m.menu_honours_check()}</Link>} />
      {person.error === null ? null : <Failure error={person.error} />}
      <QuestionForm
        law={law}
        person={person.data?.person ?? null}
        waiting={asking.isPending}
        onAsk={ask}
        onFile={askList}
      />
      {listAsked === null ? null : <ListSheet asked={listAsked} />}
      {asking.error === null ? null : <Failure error={asking.error} />}
      {asking.data === undefined || asked === null ? null : (
        <Reply reply={asking.data} question={asked} law={law} onChoose={choose} />
      )}
      <ExplanationDrawer law={law} why={whyIn(url, law)} onClose={() => url.set({ why: "" })} />
    </>
  );
}

/** The question stands in the URL, and of whom the reasons are wanted. */
function whyIn(url: UrlState, law: Law): Why | null {
  const personId = url.one("why");
  const purpose = law.vocabulary.purposes.find(({ id }) => id === url.one("purpose"));
  if (personId === "" || purpose === undefined) return null;
  const forYear = purpose.asked === "for-year";
  return {
    purpose: purpose.id,
    date: forYear ? null : url.one("date"),
    year: forYear ? Number(url.one("year")) : null,
    personId,
    toLevel: forYear || url.one("level") === "" ? null : url.one("level"),
  };
}
