// 办结: what execution still lacks stands above the form.
import { Form } from "antd";
import { refusalsOfOpenItems } from "./act.ts";
import { m } from "#web/paraglide/messages.js";
import { DayItem } from "#web/fields/day-item.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { WordsField } from "#web/fields/words-field.tsx";
import { actorOf, useMe } from "#web/session.ts";
import { ActForm } from "#web/acts/act-form.tsx";
import type { RawInputOf } from "../../input.ts";
import type { CaseFormProps } from "#web/acts/forms.tsx";

export function Close({ matter, law }: CaseFormProps) {
  const [form] = Form.useForm<RawInputOf<"close">>();
  const me = useMe();
  const open = refusalsOfOpenItems(matter, {
    law,
    actor: actorOf(me),
    today: me.today,
    id: "",
    number: "",
    registry: {},
  });
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
