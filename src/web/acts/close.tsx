// 办结: what execution still lacks stands above the form.
import { Form } from "antd";
import { openItems } from "#casework/commands/close.ts";
import { m } from "../paraglide/messages.js";
import { DayItem } from "../parts/day-item.tsx";
import { Refusals } from "../parts/refusals.tsx";
import { WordsField } from "../parts/words-field.tsx";
import { actorOf, useMe } from "../session.tsx";
import { ActForm } from "./act-form.tsx";
import type { ActInput } from "./act-form.tsx";
import type { CaseFormProps } from "./forms.ts";

const nobody = {
  persons: {},
  organizations: {},
  leads: {},
  accounts: {},
  files: {},
  otherCases: [],
  past: [],
  records: {},
};

export function Close({ matter, law }: CaseFormProps) {
  const [form] = Form.useForm<ActInput<"close">>();
  const me = useMe();
  const open = openItems(matter, { law, actor: actorOf(me), today: me.today, id: "", number: "", registry: nobody });
  return (
    <ActForm
      act="close"
      matter={matter}
      form={form}
      initial={{ on: me.today }}
      inputOf={({ on, summary }) => ({ on, summary })}
    >
      {open.length > 0 ? <Refusals refusals={open} /> : null}
      <DayItem name="on" label={m.closing_on()} />
      <WordsField name="summary" label={m.closing_summary()} />
    </ActForm>
  );
}
