// The form that asks for a case to be opened.
import { actNames } from "#casework/acts.ts";
import { forms } from "#web/acts/forms.tsx";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { PageHeader } from "#web/frame/page-header.tsx";

export function NewCase() {
  const { form: Form } = forms["request-opening"];
  return (
    <>
      <PageHeader title={textOf(actNames["request-opening"])} above={[{ name: m.menu_cases(), to: "/cases" }]} />
      <Form />
    </>
  );
}
