// The form that asks for a case to be opened.
import { actNames } from "#casework/act-names.ts";
import { newForms } from "../../acts/forms.ts";
import { textOf } from "../../language.ts";
import { m } from "../../paraglide/messages.js";
import { PageHeader } from "../../parts/page-header.tsx";

export function NewCase() {
  const Form = newForms["request-opening"];
  return (
    <>
      <PageHeader title={textOf(actNames["request-opening"])} above={[{ name: m.menu_cases(), to: "/cases" }]} />
      <Form />
    </>
  );
}
