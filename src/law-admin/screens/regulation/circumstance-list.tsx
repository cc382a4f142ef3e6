// All circumstances in the order of the text, each with what it requires.
import { Table } from "antd";
import { circumstanceGroupsOf, circumstancesOf } from "#law/procedure/circumstances.ts";
import type { Circumstance } from "#law/procedure/circumstances.ts";
import { textOf, withAside } from "#web/language.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { CitationLink } from "#web/law/citation.tsx";

export function CircumstanceList() {
  const law = useLaw();
  const groups = circumstanceGroupsOf(law);
  const circumstances = circumstancesOf(law);
  return (
    <section aria-label={m.circumstance_list()}>
      <h2 id="circumstances">{withAside(m.circumstance_list(), String(circumstances.length))}</h2>
      <Table<Circumstance>
        size="small"
        rowKey="id"
        dataSource={circumstances}
        pagination={false}
        columns={[
          { title: m.number(), dataIndex: "id", width: 90 },
          {
            title: m.circumstance_group(),
            dataIndex: "group",
            width: 110,
            render: (_value, circumstance) => {
              const group = groups.find((one) => one.id === circumstance.group);
              return group === undefined ? circumstance.group : textOf(group.name);
            },
          },
          { title: m.circumstance(), dataIndex: "name", render: (_value, circumstance) => textOf(circumstance.name) },
          {
            title: m.circumstance_requires(),
            dataIndex: "results",
            width: 280,
            render: (_value, circumstance) => requirements(circumstance),
          },
          {
            title: m.by_which_text(),
            dataIndex: "cite",
            width: 230,
            render: (_value, circumstance) => <CitationLink citation={circumstance.cite} />,
          },
        ]}
      />
    </section>
  );
}

function requirements(circumstance: Circumstance): string {
  const results = circumstance.results
    .map((result) => textOf(result.name))
    .join(circumstance.mode === "any" ? m.joined_or() : m.joined_and());
  const parts = [
    results,
    circumstance.precondition === null
      ? ""
      : m.circumstance_precondition({ precondition: textOf(circumstance.precondition.name) }),
    circumstance.catchAll ? m.circumstance_catch_all() : "",
  ];
  const said = parts.filter((part) => part !== "");
  return said.length === 0 ? m.none() : said.join("；");
}
