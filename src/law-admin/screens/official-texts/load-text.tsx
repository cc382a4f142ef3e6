// 载入正式文本: the file, where it is from, and for each of our rules the passage on which it rests.
import { useMutation } from "@tanstack/react-query";
import { App, Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { OfficialTextInput } from "../../rules/official-text.ts";
import { citationOf } from "#law/text/cite.ts";
import { rulesWithPassages } from "#law/text/official-text.ts";
import type { Pack } from "#law/pack/pack.ts";
import { refusalsOf } from "#web/acts/act-form.tsx";
import { client, queries } from "#web/client.ts";
import { textOf } from "#web/language.ts";
import { newKey } from "#web/idempotency-key.ts";
import { useInForce, useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { bodyName } from "#web/fields/body-field.tsx";
import { busy } from "#web/frame/busy.tsx";
import { Failure } from "#web/frame/failure.tsx";
import { PageHeader } from "#web/frame/page-header.tsx";
import { Refusals } from "#web/law/refusals.tsx";
import { versionText } from "#web/law/version-text.ts";
import { ShortField } from "#web/fields/words-field.tsx";
import { TextFile } from "./text-file.tsx";
import "#web/fields/form-list.css";

type Values = Omit<OfficialTextInput, "passages"> & { passages?: Readonly<Record<string, string | undefined>> };

export function LoadText() {
  const law = useLaw();
  const { actsFor } = useInForce();
  const [form] = Form.useForm<Values>();
  const packId = Form.useWatch("pack", form);
  const pack = law.upper.find(({ id }) => id === packId);
  const [key] = useState(newKey);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const loading = useMutation({
    mutationFn: (values: Values) => client.officialTexts.load({ key, ...values, passages: passagesIn(values) }),
    onSuccess: async ({ officialTextId }) => {
      message.success(m.official_text_loaded());
      await queries.invalidateQueries();
      await navigate(`/official-texts/${encodeURIComponent(officialTextId)}`);
    },
  });
  const refusals = refusalsOf(loading.error);
  return (
    <>
      <PageHeader title={m.official_text_load()} above={[{ name: m.menu_official_texts(), to: "/official-texts" }]}>
        <p>{m.official_texts_intro()}</p>
      </PageHeader>
      <Form<Values>
        form={form}
        layout="vertical"
        className="act-form"
        scrollToFirstError
        initialValues={{ body: actsFor[0] }}
        onFinish={(values) => loading.mutate(values)}
      >
        <Form.Item name="body" label={m.interpretation_body()} rules={[{ required: true }]}>
          <Select options={actsFor.map((id) => ({ value: id, label: bodyName(law, id) }))} />
        </Form.Item>
        <Form.Item name="pack" label={m.official_text_norm()} rules={[{ required: true }]}>
          <Select
            showSearch={{ optionFilterProp: "label" }}
            options={law.upper.map(({ id, title, validity }) => ({
              value: id,
              label: `${textOf(title)}（${versionText(validity)}）`,
            }))}
          />
        </Form.Item>
        <ShortField name="source" label={m.official_text_source()} extra={m.official_text_source_extra()} />
        <TextFile onText={(text, fileName) => form.setFieldsValue({ text, fileName })} />
        <Form.Item name="fileName" hidden>
          <Input />
        </Form.Item>
        <Form.Item name="text" label={m.official_text_text()} rules={[{ required: true }]}>
          <Input.TextArea readOnly autoSize={{ minRows: 4, maxRows: 16 }} />
        </Form.Item>
        {pack === undefined ? null : <PassageFields pack={pack} />}
        {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
        {loading.error !== null && refusals.length === 0 ? <Failure error={loading.error} /> : null}
        <div className="form-buttons">
          <Button type="primary" htmlType="submit" loading={busy(loading.isPending)}>
            {m.official_text_load()}
          </Button>
          <Button onClick={() => void navigate(-1)}>{m.cancel()}</Button>
        </div>
      </Form>
    </>
  );
}

function PassageFields({ pack }: { pack: Pack }) {
  return (
    <fieldset className="form-list">
      <legend>{m.official_text_rules()}</legend>
      <p className="quiet">{m.official_text_rules_extra()}</p>
      {rulesWithPassages(pack).map((rule) => (
        <Form.Item
          key={rule.id}
          name={["passages", rule.id]}
          label={`${textOf(citationOf(pack, rule).label)}　${textOf(rule.summary)}`}
        >
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={4000} />
        </Form.Item>
      ))}
    </fieldset>
  );
}

function passagesIn({ passages = {} }: Values): OfficialTextInput["passages"] {
  return Object.entries(passages).flatMap(([rule, words]) =>
    words === undefined || words.trim() === "" ? [] : [{ rule, words }],
  );
}
