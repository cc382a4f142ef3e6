// What differs, part by part: earlier on the left, later on the right.
import type { ReactNode } from "react";
import type { PackDifference } from "#law/differ/difference.ts";
import type { CellSide } from "#law/differ/difference-cells.ts";
import type { Pack } from "#law/pack/pack.ts";
import { listed, named, textOf, withAside } from "#web/language.ts";
import { CitationLine } from "#web/law/citation.tsx";
import { m } from "#web/paraglide/messages.js";
import { ruleKinds } from "../regulation/rule-kinds.ts";
import "#web/tables/clauses.css";
import "../regulation/claim-kind.css";
import "./changes.css";

type Props = { difference: PackDifference; before: Pack; after: Pack };
type Row = { key: string; what: ReactNode; before: ReactNode; after: ReactNode };

export function Changes({ difference, after: { vocabulary } }: Props) {
  const { cells, pairs, readings, rules, texts } = difference;
  const { grounds, handlings } = vocabulary.names;
  return (
    <>
      <Part
        title={m.difference_cells()}
        rows={cells.map(({ type, kind, name, bars, barsName, when, before, after }, index) => ({
          key: `${type} ${kind} ${bars} ${index}`,
          what: (
            <>
              <strong>{textOf(name)}</strong> × {textOf(barsName)}
              {when.length === 0 ? null : (
                <p className="quiet">
                  {when.length === 4
                    ? m.difference_all_grounds()
                    : listed(
                        when.map((one) => withAside(textOf(grounds[one.ground]), textOf(handlings[one.handling]))),
                      )}
                </p>
              )}
            </>
          ),
          before: <Cells sides={before} />,
          after: <Cells sides={after} />,
        }))}
      />
      <Part
        title={m.difference_pairs()}
        rows={pairs.map(({ measure, sanction, barsName, before, after }, index) => ({
          key: String(index),
          what: `${textOf(measure)} + ${textOf(sanction)} × ${textOf(barsName)}`,
          before: before === null ? <Nothing /> : m.difference_days({ days: before.days }),
          after: after === null ? <Nothing /> : m.difference_days({ days: after.days }),
        }))}
      />
      <Part
        title={m.difference_readings()}
        rows={readings.map(({ name, question, before, after }) => ({
          key: name,
          what: textOf(question),
          before: <Options side={before} />,
          after: <Options side={after} />,
        }))}
      />
      <Part
        title={m.difference_texts()}
        rows={texts.map(({ at, label, before, after }) => ({
          key: at,
          what: textOf(label),
          before: before === null ? <Nothing /> : <span lang="zh-CN">{before}</span>,
          after: after === null ? <Nothing /> : <span lang="zh-CN">{after}</span>,
        }))}
      />
      <Part
        title={m.difference_rules()}
        rows={rules.map(({ kind, id, label, before, after, lines }) => ({
          key: `${kind} ${id}`,
          what: (
            <>
              <span className="claim-kind">{(ruleKinds[kind] ?? (() => kind))()}</span> {textOf(label)}{" "}
              <code>{id}</code>
            </>
          ),
          before: <Rule side={before} lines={lines.map((line) => ({ what: line.what, value: line.before }))} />,
          after: <Rule side={after} lines={lines.map((line) => ({ what: line.what, value: line.after }))} />,
        }))}
      />
    </>
  );
}

function Part({ title, rows }: { title: string; rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{withAside(title, String(rows.length))}</h2>
      <table className="clauses difference">
        <thead>
          <tr>
            <th scope="col">{m.difference_place()}</th>
            <th scope="col">{m.difference_before()}</th>
            <th scope="col">{m.difference_after()}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, what, before, after }) => (
            <tr key={key}>
              <td>{what}</td>
              <td>{before}</td>
              <td>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Nothing() {
  return <span className="quiet">{m.difference_nothing()}</span>;
}

function Cells({ sides }: { sides: readonly CellSide[] }) {
  if (sides.length === 0) return <Nothing />;
  return sides.map(({ length, baseline, reach, undecided, remark, cite }, index) => (
    <div key={index}>
      <strong>{textOf(length)}</strong> {listed([baseline, reach, remark].filter((one) => one !== null).map(textOf))}{" "}
      {undecided ? <span className="claim-kind claim-unverified">{m.rule_unverified()}</span> : null}
      <p className="quiet">
        <CitationLine citation={cite} />
      </p>
    </div>
  ));
}

function Options({ side }: { side: PackDifference["readings"][number]["before"] }) {
  if (side === null) return <Nothing />;
  return (
    <ul className="plain-list">
      {Object.entries(side.options).map(([option, meaning]) => (
        <li key={option}>
          {option === side.default ? (
            <strong>{m.reading_in_force({ meaning: textOf(meaning) })}</strong>
          ) : (
            textOf(meaning)
          )}
        </li>
      ))}
    </ul>
  );
}

type Line = { what: { zh: string; en: string }; value: { zh: string; en: string } | null };

function Rule({ side, lines }: { side: PackDifference["rules"][number]["before"]; lines: readonly Line[] }) {
  if (side === null) return <Nothing />;
  return (
    <>
      {textOf(side.summary)}
      {side.words === null ? null : <p className="quiet">{textOf(side.words)}</p>}
      {lines.map(({ what, value }, index) => (
        <p key={index}>{named(textOf(what), value === null ? m.difference_nothing() : textOf(value))}</p>
      ))}
    </>
  );
}
