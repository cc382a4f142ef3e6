// All circumstances in the order of the text, each with what it requires.
import { Table } from "antd";
import { limbGroupsOf, limbsOf } from "#law/procedure/limbs.ts";
import type { Limb } from "#law/procedure/limbs.ts";
import { textOf, withAside } from "#web/language.ts";
import { useLaw } from "#web/law.ts";
import { m } from "#web/paraglide/messages.js";
import { CitationLink } from "#web/law/citation.tsx";

export function LimbList() {
  const law = useLaw();
  const groups = limbGroupsOf(law);
  const limbs = limbsOf(law);
  return (
    <section aria-label={m.limb_list()}>
      <h2 id="limbs">{withAside(m.limb_list(), String(limbs.length))}</h2>
      <Table<Limb>
        size="small"
        rowKey="id"
        dataSource={limbs}
        pagination={false}
        columns={[
          { title: m.number(), dataIndex: "id", width: 90 },
          {
            title: m.limb_group(),
            dataIndex: "group",
            width: 110,
            render: (_value, limb) => {
              const group = groups.find((one) => one.id === limb.group);
              return group === undefined ? limb.group : textOf(group.name);
            },
          },
          { title: m.limb(), dataIndex: "name", render: (_value, limb) => textOf(limb.name) },
          { title: m.limb_requires(), dataIndex: "results", width: 280, render: (_value, limb) => requirements(limb) },
          {
            title: m.by_which_text(),
            dataIndex: "cite",
            width: 230,
            render: (_value, limb) => <CitationLink citation={limb.cite} />,
          },
        ]}
      />
    </section>
  );
}

function requirements(limb: Limb): string {
  const results = limb.results
    .map((result) => textOf(result.name))
    .join(limb.mode === "any" ? m.joined_or() : m.joined_and());
  const parts = [
    results,
    limb.precondition === null ? "" : m.limb_precondition({ precondition: textOf(limb.precondition.name) }),
    limb.catchAll ? m.limb_catch_all() : "",
  ];
  const said = parts.filter((part) => part !== "");
  return said.length === 0 ? m.none() : said.join("；");
}
