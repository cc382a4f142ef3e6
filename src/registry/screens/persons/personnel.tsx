// Yearly grades and honours of one cadre, as the personnel record has them.
import { Table } from "antd";
import type { PersonView } from "../../contract.ts";
import type { Law } from "#law/compile/law.ts";
import { m } from "#web/paraglide/messages.js";
import { wordOf } from "./personnel-words.ts";

export function Personnel({ view: { grades, honours }, law }: { view: PersonView; law: Law }) {
  const { personnel } = law.vocabulary;
  return (
    <>
      <section aria-label={m.grades()}>
        <h2>{m.grades()}</h2>
        {grades.length === 0 ? (
          <p className="quiet">{m.nothing_recorded()}</p>
        ) : (
          <Table<PersonView["grades"][number]>
            size="small"
            rowKey="year"
            dataSource={grades}
            pagination={false}
            columns={[
              { title: m.record_year(), dataIndex: "year", width: 120 },
              {
                title: m.grade(),
                dataIndex: "grade",
                width: 160,
                render: (_value, row) => wordOf(personnel.grades, row.grade),
              },
              { title: m.given_by(), dataIndex: "givenBy", render: (_value, row) => row.givenBy ?? "" },
            ]}
          />
        )}
      </section>
      <section aria-label={m.honours_given()}>
        <h2>{m.honours_given()}</h2>
        {honours.length === 0 ? (
          <p className="quiet">{m.nothing_recorded()}</p>
        ) : (
          <Table<PersonView["honours"][number]>
            size="small"
            rowKey={(row) => `${row.year} ${row.name}`}
            dataSource={honours}
            pagination={false}
            columns={[
              { title: m.record_year(), dataIndex: "year", width: 120 },
              { title: m.honour_name(), dataIndex: "name" },
              {
                title: m.honour_level(),
                dataIndex: "level",
                width: 120,
                render: (_value, row) => wordOf(personnel.honourLevels, row.level),
              },
              { title: m.honour_issuer(), dataIndex: "issuer", render: (_value, row) => row.issuer ?? "" },
              { title: m.honour_on(), dataIndex: "givenOn", width: 130, render: (_value, row) => row.givenOn ?? "" },
            ]}
          />
        )}
      </section>
    </>
  );
}
