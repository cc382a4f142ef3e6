// The form that enters an old paper case.
import { actNames } from "#casework/acts.ts";
import { forms } from "#web/acts/forms.tsx";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { PageHeader } from "#web/frame/page-header.tsx";

export function NewPaperCase() {
  const { form: Form } = forms["enter-paper-case"];
  return (
    <>
      <PageHeader title={textOf(actNames["enter-paper-case"])} above={[{ name: m.menu_cases(), to: "/cases" }]} />
      <Form />
    </>
  );
}
