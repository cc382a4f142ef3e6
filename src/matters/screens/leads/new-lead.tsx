// The form of a new lead.
import { forms } from "#web/acts/forms.tsx";
import { m } from "#web/paraglide/messages.js";
import { PageHeader } from "#web/frame/page-header.tsx";

export function NewLead() {
  const { form: Form } = forms["register-lead"];
  return (
    <>
      <PageHeader title={m.lead_register()} above={[{ name: m.menu_leads(), to: "/leads" }]} />
      <Form />
    </>
  );
}
