// The restrictions of a person as a table: the same as the drawing, with article and quote.
import { Table } from "antd";
import { Link } from "react-router";
import type { RestrictionView } from "#eligibility/contract/restriction-view.ts";
import type { Law } from "#law/compile/law.ts";
import { textOf } from "../language.ts";
import { m } from "../paraglide/messages.js";
import { CitationBlock } from "../law/citation.tsx";
import { MatterLink } from "../matter/matter-link.tsx";
import { purposeName } from "../law/purpose-name.ts";

export function RestrictionTable({ restrictions, law }: { restrictions: readonly RestrictionView[]; law: Law }) {
  return (
    <Table<RestrictionView & { row: number }>
      size="small"
      rowKey="row"
      dataSource={restrictions.map((one, row) => ({ ...one, row }))}
      pagination={false}
      columns={[
        {
          title: m.bars(),
          dataIndex: "bars",
          width: 130,
          render: (_value, one) => <strong>{purposeName(law, one.bars)}</strong>,
        },
        { title: m.restriction_from(), dataIndex: "from", width: 110 },
        {
          title: m.last_barred_day(),
          dataIndex: "until",
          width: 120,
          render: (_value, one) => <strong>{one.until}</strong>,
        },
        { title: m.grey_day(), dataIndex: "greyDay", width: 120, render: (_value, one) => one.greyDay ?? m.none() },
        {
          title: m.because_of(),
          dataIndex: "cause",
          width: 150,
          render: (_value, one) => (
            <>
              {textOf(one.cause)}
              {one.matterId === null || one.caseNumber === null ? null : (
                <>
                  <br />
                  <MatterLink kind="case" matterId={one.matterId} number={one.caseNumber} />
                </>
              )}
            </>
          ),
        },
        {
          title: m.by_which_text(),
          dataIndex: "cite",
          render: (_value, one) => (
            <>
              <span className="layer">{textOf(law.vocabulary.names.layers[one.layer])}</span>{" "}
              <CitationBlock citation={one.cite} />
              {one.norm === null ? null : (
                <>
                  <span className="layer">{m.influence_period_by()}</span> <CitationBlock citation={one.norm} />
                </>
              )}
              {one.note === null ? null : <p className="quiet">{m.note_text({ note: textOf(one.note) })}</p>}
              <Counting restriction={one} />
            </>
          ),
        },
      ]}
    />
  );
}

/** By which interpretation it is counted, and on which days by this counting. */
function Counting({ restriction: { interpretations, counts } }: { restriction: RestrictionView }) {
  return (
    <>
      {interpretations.map(({ id, number }) => (
        <p key={id}>
          <Link to={`/interpretations/${encodeURIComponent(id)}`}>{m.restriction_by_interpretation({ number })}</Link>
        </p>
      ))}
      {counts.from === null ? null : <p className="quiet">{m.restriction_counts_from({ from: counts.from })}</p>}
      {counts.until === null ? null : <p className="quiet">{m.restriction_counted_until({ until: counts.until })}</p>}
    </>
  );
}
