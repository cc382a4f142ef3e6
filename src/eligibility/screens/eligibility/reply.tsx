// The reply: counts that filter, a line for every name, the serial under which it stands in the log, and the export.
import { Table } from "antd";
import type { EligibilityLine, EligibilityReply } from "../../contract/eligibility.ts";
import type { Law } from "#law/compile/law.ts";
import { m } from "#web/paraglide/messages.js";
import { minuteOf } from "#web/frame/instant.ts";
import { purposeName } from "#web/law/purpose-name.ts";
import { requestAddress } from "#web/law/reason-list.tsx";
import { useUrlState } from "#web/frame/url-state.ts";
import type { Question } from "./eligibility.tsx";
import { ExportButton } from "./export-button.tsx";
import { AnswerCell } from "./answer-cell.tsx";
import { BasisCell } from "./basis-cell.tsx";
import { kindOf, kindName, kinds } from "./answer-kinds.ts";
import type { Kind } from "./answer-kinds.ts";
import "./reply.css";
import "./summary.css";

type Props = {
  reply: EligibilityReply;
  question: Question;
  law: Law;
  onChoose: (row: number, personId: string) => void;
};

export function Reply({ reply, question, law, onChoose }: Props) {
  const url = useUrlState();
  const shown = kinds.find((kind) => kind === url.one("show")) ?? null;
  const rows = reply.lines
    .map((line, index) => ({ line, index }))
    .filter(({ line }) => shown === null || kindOf(line) === shown);
  return (
    <section className="reply" aria-label={m.reply()}>
      <Head reply={reply} question={question} law={law} />
      <Summary reply={reply} law={law} shown={shown} onShow={(kind) => url.set({ show: kind ?? "" })} />
      <Table<{ line: EligibilityLine; index: number }>
        size="small"
        rowKey="index"
        dataSource={rows}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: m.row(), dataIndex: "index", width: 60, render: (_value, { line }) => line.row },
          {
            title: m.person_name(),
            dataIndex: "name",
            width: 170,
            render: (_value, { line }) => <PersonCell line={line} />,
          },
          {
            title: m.answer(),
            dataIndex: "answer",
            width: 190,
            render: (_value, { line, index }) => (
              <AnswerCell line={line} law={law} onChoose={(personId) => onChoose(index, personId)} />
            ),
          },
          {
            title: m.last_barred_day(),
            dataIndex: "until",
            width: 120,
            render: (_value, { line }) =>
              line.match === "one" && line.until !== null ? <strong>{line.until}</strong> : m.none(),
          },
          {
            title: m.basis(),
            dataIndex: "basis",
            render: (_value, { line, index }) => (
              <BasisCell
                line={line}
                law={law}
                request={requestAddress({ ...question, toLevel: question.names[index]?.toLevel ?? null })}
                onWhy={(why) => url.set({ why })}
              />
            ),
          },
        ]}
      />
    </section>
  );
}

function Head({ reply, question, law }: Pick<Props, "reply" | "question" | "law">) {
  return (
    <div className="reply-head">
      <h2>{m.reply()}</h2>
      <output>
        {m.reply_line({
          purpose: purposeName(law, reply.purpose),
          when: reply.date ?? m.year_text({ year: reply.year ?? 0 }),
          count: reply.lines.length,
          at: minuteOf(reply.askedAt),
          serial: reply.serial,
        })}
      </output>
      <ExportButton question={question} />
    </div>
  );
}

type Shown = { shown: Kind | null; onShow: (kind: Kind | null) => void };

/** How many lines have each kind of answer; each number filters the table. */
function Summary({ reply, law, shown, onShow }: Pick<Props, "reply" | "law"> & Shown) {
  return (
    <fieldset className="summary">
      <legend className="visually-hidden">{m.summary_label()}</legend>
      <button type="button" aria-pressed={shown === null} onClick={() => onShow(null)}>
        {m.filter_all()} <strong>{reply.lines.length}</strong>
      </button>
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={shown === kind}
          disabled={reply.summary[kind] === 0}
          onClick={() => onShow(shown === kind ? null : kind)}
        >
          {kindName(law, kind)} <strong>{reply.summary[kind]}</strong>
        </button>
      ))}
    </fieldset>
  );
}

function PersonCell({ line }: { line: EligibilityLine }) {
  if (line.match !== "one")
    return (
      <>
        <strong>{line.name}</strong>
        <br />
        <span className="quiet">{line.unit}</span>
      </>
    );
  const { name, organizationName, post, idNumberMasked } = line.person;
  return (
    <>
      <strong>{name}</strong>
      <br />
      <span className="quiet">
        {[organizationName, post, idNumberMasked].filter((part) => part !== null && part !== "").join(" · ")}
      </span>
    </>
  );
}
