// The form that enters an old paper case.
import { actNames } from "#casework/act-names.ts";
import { newForms } from "../../acts/forms.ts";
import { textOf } from "../../language.ts";
import { m } from "../../paraglide/messages.js";
import { PageHeader } from "../../parts/page-header.tsx";

export function NewPaperCase() {
  const Form = newForms["enter-paper-case"];
  return (
    <>
      <PageHeader title={textOf(actNames["enter-paper-case"])} above={[{ name: m.menu_cases(), to: "/cases" }]} />
      <Form />
    </>
  );
}
