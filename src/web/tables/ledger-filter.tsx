// The filter of a ledger: words, stages, order; 查询 applies, 重置 clears.
import { Button, Checkbox, Form, Input, Select } from "antd";
import { stageNames } from "#casework/words/stage-names.ts";
import type { Stage } from "#casework/stages.ts";
import { textOf } from "../language.ts";
import { m } from "../paraglide/messages.js";
import type { UrlState } from "../frame/url-state.ts";

type Values = { q: string; stage: string[]; overdue: boolean; sorted: string };
type Props = {
  kind: "lead" | "case";
  stages: readonly Stage[];
  query: string;
  chosen: readonly Stage[];
  overdue: boolean;
  sort: string;
  order: string;
  onChange: UrlState["set"];
};

export function LedgerFilter({ kind, stages, query, chosen, overdue, sort, order, onChange }: Props) {
  const orders = [
    { value: "openedOn-desc", label: m.sort_newest() },
    { value: "openedOn-asc", label: m.sort_oldest() },
    { value: "dueOn-asc", label: m.sort_due() },
    { value: "number-asc", label: m.sort_number() },
    { value: "updatedAt-desc", label: m.sort_updated() },
  ];
  return (
    <Form<Values>
      // A new key when the URL changes: the fields always say what the list below shows.
      key={[query, ...chosen, String(overdue), sort, order].join()}
      layout="inline"
      className="filter"
      initialValues={{ q: query, stage: chosen, overdue, sorted: `${sort}-${order}` }}
      onFinish={({ q, stage, overdue: late, sorted }) => {
        const [newSort = "", newOrder = ""] = sorted.split("-");
        onChange({ q: q.trim(), stage, overdue: late ? "1" : "", sort: newSort, order: newOrder });
      }}
    >
      <Form.Item name="q" label={m.filter_words()}>
        <Input
          allowClear
          maxLength={100}
          placeholder={kind === "lead" ? m.filter_words_lead() : m.filter_words_case()}
        />
      </Form.Item>
      <Form.Item name="stage" label={m.stage()}>
        <Select
          mode="multiple"
          allowClear
          maxTagCount="responsive"
          placeholder={m.filter_all()}
          options={stages.map((stage) => ({ value: stage, label: textOf(stageNames[stage]) }))}
        />
      </Form.Item>
      <Form.Item name="overdue" valuePropName="checked">
        <Checkbox>{m.filter_overdue()}</Checkbox>
      </Form.Item>
      <Form.Item name="sorted" label={m.sort()}>
        <Select options={orders} />
      </Form.Item>
      <Button type="primary" htmlType="submit">
        {m.query()}
      </Button>
      <Button onClick={() => onChange({ q: "", stage: [], overdue: "", sort: "", order: "" })}>{m.reset()}</Button>
    </Form>
  );
}
