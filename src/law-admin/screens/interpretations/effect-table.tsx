// What an interpretation would change: of whom, which bar, from which days to which. Looked through page by page.
import { Button, Table } from "antd";
import { Link } from "react-router";
import type { EffectPage, EffectRow } from "../../contract/interpretations.ts";
import type { Law } from "#law/compile/law.ts";
import { textOf } from "#web/language.ts";
import { m } from "#web/paraglide/messages.js";
import { CitationLink } from "#web/law/citation.tsx";
import { purposeName } from "#web/law/purpose-name.ts";
import "./effect-table.css";

type Change = EffectRow["changes"][number];
type Line = Change & { key: string; person: EffectRow; first: boolean };

export function EffectTable({
  effect,
  law,
  more,
  busy,
}: {
  effect: EffectPage;
  law: Law;
  more: () => void;
  busy: boolean;
}) {
  const lines = effect.rows.flatMap((person) =>
    person.changes.map((change, index): Line => ({
      ...change,
      key: `${person.personId} ${index}`,
      person,
      first: index === 0,
    })),
  );
  return (
    <section aria-label={m.effect_title()}>
      <h2>{m.effect_title()}</h2>
      <output className="effect-summary">
        {effect.rows.length === 0
          ? m.effect_none({ count: effect.lookedAt })
          : m.effect_some({ count: effect.lookedAt, changed: effect.rows.length })}
      </output>
      {lines.length === 0 ? null : (
        <Table<Line>
          size="small"
          rowKey="key"
          dataSource={lines}
          pagination={false}
          columns={[
            {
              title: m.person_name(),
              width: 190,
              render: (_value, { person, first }) =>
                first ? (
                  <>
                    <Link to={`/persons/${encodeURIComponent(person.personId)}`}>{person.name}</Link>
                    <br />
                    <span className="quiet">{person.organizationName}</span>
                  </>
                ) : null,
            },
            {
              title: m.bars(),
              width: 170,
              render: (_value, line) => (
                <>
                  <strong>{purposeName(law, line.bars)}</strong>
                  <br />
                  <span className="quiet">{textOf(line.cause)}</span>
                </>
              ),
            },
            { title: m.effect_before(), width: 190, render: (_value, line) => <SpanText span={line.before} /> },
            { title: m.effect_after(), width: 190, render: (_value, line) => <SpanText span={line.after} /> },
            {
              title: m.by_which_text(),
              render: (_value, line) => (
                <>
                  <span className="layer">{textOf(law.vocabulary.names.layers[line.layer])}</span>{" "}
                  <CitationLink citation={line.cite} />
                </>
              ),
            },
          ]}
        />
      )}
      {effect.next === null ? null : (
        <Button onClick={more} loading={busy}>
          {m.effect_continue()}
        </Button>
      )}
    </section>
  );
}

function SpanText({ span }: { span: Change["before"] }) {
  if (span === null) return <>{m.effect_no_bar()}</>;
  return (
    <>
      {m.effect_span({ from: span.from, until: span.until })}
      {span.greyDay === null ? null : (
        <>
          <br />
          <span className="quiet">{m.effect_grey({ day: span.greyDay })}</span>
        </>
      )}
    </>
  );
}
