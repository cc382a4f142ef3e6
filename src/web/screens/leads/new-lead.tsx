// The form of a new lead.
import { newForms } from "../../acts/forms.ts";
import { m } from "../../paraglide/messages.js";
import { PageHeader } from "../../parts/page-header.tsx";

export function NewLead() {
  const Form = newForms["register-lead"];
  return (
    <>
      <PageHeader title={m.lead_register()} above={[{ name: m.menu_leads(), to: "/leads" }]} />
      <Form />
    </>
  );
}
