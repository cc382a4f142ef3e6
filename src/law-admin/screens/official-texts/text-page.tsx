// One official text: from where, loaded and checked by whom, which passage each rule rests on; and the check by another.
import { useSuspenseQuery } from "@tanstack/react-query";
import { Descriptions, Table } from "antd";
import { useParams } from "react-router";
import { rulesWithPassages } from "#law/text/official-text.ts";
import { api } from "#web/client.ts";
import { textOf } from "#web/language.ts";
import { useInForce, useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { bodyName } from "#web/fields/body-field.tsx";
import { Fold } from "#web/frame/fold.tsx";
import { minuteOf } from "#web/frame/instant.ts";
import { PageHeader } from "#web/frame/page-header.tsx";
import { CheckForm } from "./check-form.tsx";
import { stateOfText, TextState } from "./text-state.tsx";
import "./text-page.css";

export function TextPage() {
  const law = useLaw();
  const { actsFor } = useInForce();
  const { officialTextId = "" } = useParams();
  const { data: one } = useSuspenseQuery(api.officialTexts.get.queryOptions({ input: { officialTextId } }));
  const { data: all } = useSuspenseQuery(api.officialTexts.list.queryOptions());
  const pack = law.upper.find(({ id }) => id === one.pack);
  const rules = pack === undefined ? [] : rulesWithPassages(pack);
  const summaryOf = (id: string): string => {
    const rule = rules.find((other) => other.id === id);
    return rule === undefined ? id : textOf(rule.summary);
  };
  const { check } = one;
  return (
    <>
      <PageHeader
        title={pack === undefined ? one.pack : textOf(pack.title)}
        above={[{ name: m.menu_official_texts(), to: "/official-texts" }]}
        beside={<TextState state={stateOfText(one, all.rows)} />}
      />
      <Descriptions
        bordered
        size="small"
        column={2}
        items={[
          { key: "source", label: m.official_text_source(), children: one.source },
          { key: "file", label: m.official_text_file(), children: one.fileName },
          {
            key: "loaded",
            label: m.official_text_loaded_by(),
            children: by(one.loadedFor, one.loadedName, one.loadedAt),
          },
          {
            key: "checked",
            label: m.official_text_checked_by(),
            children:
              check === null
                ? m.official_text_waits()
                : `${by(check.checkedFor, check.checkedName, check.checkedAt)}${check.reasons === "" ? "" : `：${check.reasons}`}`,
          },
        ]}
      />
      <h2>{m.official_text_rules()}</h2>
      <Table
        size="small"
        rowKey="rule"
        pagination={false}
        dataSource={one.passages}
        columns={[
          { title: m.official_text_rule(), render: (_value, { rule }) => summaryOf(rule), width: "40%" },
          { title: m.official_text_words(), dataIndex: "words" },
        ]}
      />
      <Fold id="whole" open={false} title={m.official_text_whole()}>
        <pre className="official-text" lang="zh-CN">
          {one.text}
        </pre>
      </Fold>
      {check === null && actsFor.length > 0 ? <CheckForm one={one} bodies={actsFor} law={law} /> : null}
    </>
  );

  function by(body: string, name: string, at: string): string {
    return m.official_text_by({ body: bodyName(law, body), name, at: minuteOf(at) });
  }
}
